import { describe, expect, it } from 'vitest';
import { IOREQS, countIoreqs } from '../../../src/routes/world/ioreq-tally.js';

describe('countIoreqs', () => {
  it('tells the page from the ring, and both from what is no ioreq', () => {
    const { page, ring } = IOREQS;

    countIoreqs({ type: 'ioreq', domid: 1, ioservid: 0, vcpu: 0 });
    countIoreqs({ type: 'bufioreq', domid: 1, ioservid: 0 });
    countIoreqs({ type: 'evtchn', domid: 1, port: 1 });

    expect(IOREQS).toEqual({ page: page + 1, ring: ring + 1 });
  });
});
