/** Serves over a WebSocket, in records of u32 vcpu, u32 seq and the 32 bytes of ioreq_t. */

import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { Request, Serve } from './device-model.js';
import { IOREQ, STATE, rawRequest, withState } from './raw-ioreq.js';

const HEADER = 8;
const NO_VCPU = 0xffff_ffff;

export const serveByBinaryStream: Serve = async (story, ioservid, device) => {
  const seen: Request[] = [];
  const buffered: Request[] = [];
  const path = `${story.domain}/ioreq-servers/${ioservid}/stream`;
  const socket = new WebSocket(story.url.replace('http', 'ws') + path, 'fakexen.ioreq.bin.v1');

  const answer = async (record: Buffer) => {
    const vcpu = record.readUInt32LE(0);
    const ioreq = record.subarray(HEADER);
    if (vcpu === NO_VCPU) {
      buffered.push(rawRequest(ioreq, 0));
      return;
    }
    const request = rawRequest(ioreq, vcpu);
    seen.push(request);
    const data = await device(request);
    if (data !== undefined) ioreq.writeBigUInt64LE(data, IOREQ.data);
    ioreq[IOREQ.flags] = withState(ioreq, STATE.respReady);
    socket.send(record);
  };
  socket.on('message', (record: Buffer) => void answer(record));
  await once(socket, 'open');
  const stop = async () => {
    socket.close();
    await once(socket, 'close');
  };
  return { seen, buffered, stop };
};
