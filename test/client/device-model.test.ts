import { describe, expect, it } from 'vitest';
import { answersOf, type BufferedIoreq, type Ioreq } from '../../src/client/device-model.js';

const BUFFERED: BufferedIoreq = {
  type: 'copy',
  dir: 'write',
  addr: '0xf0000000',
  data: '0x1',
  size: 4,
  count: 1,
  df: false,
  data_is_ptr: false,
};

const ioreq = (vcpu: number): Ioreq => ({ ...BUFFERED, vcpu, seq: 9, vp_eport: 1, delivery: 1 });

describe('answersOf', () => {
  it('answers each request with what the handler gives', async () => {
    const values = [1, '0x2', 3n, undefined];
    const model = { onIoreq: ({ vcpu }: Ioreq) => values[vcpu], onBuffered: () => undefined };
    const exchanged = { ioreqs: [0, 1, 2, 3].map(ioreq), bufioreqs: [], stale: [] };

    expect(await answersOf(model, exchanged)).toEqual([
      { vcpu: 0, seq: 9, data: '0x1' },
      { vcpu: 1, seq: 9, data: '0x2' },
      { vcpu: 2, seq: 9, data: '0x3' },
      { vcpu: 3, seq: 9 },
    ]);
  });

  it('tells of buffered requests first', async () => {
    const told: string[] = [];
    const model = {
      onIoreq: () => void told.push('ioreq'),
      onBuffered: async () => {
        await Promise.resolve();
        told.push('buffered');
      },
    };

    await answersOf(model, { ioreqs: [ioreq(0)], bufioreqs: [BUFFERED, BUFFERED], stale: [] });

    expect(told).toEqual(['buffered', 'buffered', 'ioreq']);
  });
});
