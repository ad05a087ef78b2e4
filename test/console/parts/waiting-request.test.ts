import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../console/src/live/entry.js';
import { waitingRequest } from '../../../console/src/parts/waiting-request.js';

const entry = (kind: string, fields: object = {}) =>
  ({ kind, domid: 1, vcpu: 0, seq: 1, time: '0x0', at: 0, ...fields }) as Entry;

describe('waitingRequest', () => {
  const sent = entry('ioreq', { addr: '0x1000', ioservid: 0 });

  it('is the last that went out, with how often it was handed to a device model', () => {
    const twice = [1, 2].map((delivery) => entry('ioreq_delivered', { delivery }));

    expect(waitingRequest([sent], 1, 0)).toEqual({ sent, deliveries: 0 });
    expect(waitingRequest([sent, ...twice], 1, 0)).toEqual({ sent, deliveries: 2 });
  });

  it('is none once it is answered, nor that of another vcpu or domain', () => {
    expect(waitingRequest([sent, entry('ioreq_completed')], 1, 0)).toBeUndefined();
    expect(waitingRequest([sent], 1, 1)).toBeUndefined();
    expect(waitingRequest([sent], 2, 0)).toBeUndefined();
    expect(waitingRequest([sent, entry('ioreq_completed', { vcpu: 1 })], 1, 0)?.sent).toBe(sent);
  });
});
