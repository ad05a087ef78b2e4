/** A device model in a process of its own: answers every request of a server's stream at once, record for record. */

import { WebSocket } from 'ws';

/** Of `fakexen.ioreq.bin.v1`: u32 vcpu, u32 seq, then the 32 bytes of ioreq_t. */
const RECORD_BYTES = 40;
const DATA = 16;
const STATE = 38;
const STATE_BITS = 0b1111;
const IORESP_READY = 3;

const [url = ''] = process.argv.slice(2);
const socket = new WebSocket(url, 'fakexen.ioreq.bin.v1');
socket.on('message', (records: Buffer) => {
  for (let at = 0; at < records.length; at += RECORD_BYTES) {
    records.writeBigUInt64LE(1n, at + DATA);
    const state = records.readUInt8(at + STATE);
    records.writeUInt8((state & ~STATE_BITS) | IORESP_READY, at + STATE);
  }
  socket.send(records);
});
process.on('SIGTERM', () => process.exit(0));
socket.on('open', () => process.stdout.write(`${JSON.stringify({ url })}\n`));
