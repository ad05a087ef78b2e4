/** A device model of nothing: a process that connects to a WebSocket and sends back what comes. */

import { WebSocket } from 'ws';

const [url = ''] = process.argv.slice(2);
const socket = new WebSocket(url);
socket.on('message', (data: Buffer) => {
  socket.send(data, { binary: false });
});
process.on('SIGTERM', () => process.exit(0));
socket.on('open', () => process.stdout.write(`${JSON.stringify({ url })}\n`));
