/** A device model in a process of its own: answers every request of a server's stream at once. */

import { WebSocket } from 'ws';

interface Message {
  readonly ioreqs?: readonly { readonly vcpu: number; readonly seq: number }[];
}

const [url = ''] = process.argv.slice(2);
const socket = new WebSocket(url, 'fakexen.ioreq.v1');
socket.on('message', (message: Buffer) => {
  const { ioreqs = [] } = JSON.parse(message.toString()) as Message;
  if (ioreqs.length === 0) return;
  const completions = ioreqs.map(({ vcpu, seq }) => ({ vcpu, seq, data: '0x1' }));
  socket.send(JSON.stringify({ completions }));
});
process.on('SIGTERM', () => process.exit(0));
socket.on('open', () => process.stdout.write(`${JSON.stringify({ url })}\n`));
