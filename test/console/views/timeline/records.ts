/** Records as the journal has them, with what a test does not care about filled in. */

import type { Entry } from '../../../../console/src/live/entry.js';

export const record = (kind: string, seq: number, fields: object = {}) =>
  ({ kind, seq, time: '0x0', at: seq, domid: 1, vcpu: 0, ...fields }) as Entry;

const ofRequest =
  (kind: string) =>
  (seq: number, ioreq_seq: number, fields: object = {}) =>
    record(kind, seq, { ioservid: 0, ioreq_seq, ...fields });

export const answered = ofRequest('ioreq_completed');

export const delivered = (seq: number, ioreq_seq: number, delivery = 1) =>
  ofRequest('ioreq_delivered')(seq, ioreq_seq, { delivery });

export const sent = (seq: number, ioreq_seq: number, fields: object = {}) =>
  ofRequest('ioreq')(seq, ioreq_seq, {
    type: 'copy',
    dir: 'write',
    addr: '0x1000008',
    data: '0x2a',
    size: 4,
    count: 1,
    ...fields,
  });
