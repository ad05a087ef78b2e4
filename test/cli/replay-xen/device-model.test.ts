import { describe, expect, it } from 'vitest';
import { answerTo, elementsOf, valuesFor } from '../../../src/cli/replay-xen/device-model.js';
import { READ } from '../../support/replay.js';

const copied = { ...READ, data_is_ptr: 1, data: '0x20010', count: 3 };
const hexOf = (values: ReturnType<typeof valuesFor>) =>
  values.map(({ gpa, bytes }) => [gpa.toString(16), Buffer.from(bytes).toString('hex')]);

describe('answerTo', () => {
  // prettier-ignore
  it.each([
    ['A', '0xe0000010',         4, 0xa3a2_a1a0n],
    ['B', '0x5003',             1, 0xb3n],
    ['A', '0xe000000e',         4, 0xa1a0_afaen],
    ['C', '0x1800000010',       2, 0xc1c0n],
  ])('%s at %s', (srv, addr, size, value) => {
    expect(answerTo({ ...READ, srv, addr, size })).toBe(value);
  });
});

describe('values in memory', () => {
  it('move on with each repetition', () => {
    expect(elementsOf(copied)).toEqual([0x2_0010, 0x2_0014, 0x2_0018]);
    expect(hexOf(valuesFor(copied))).toEqual([
      ['20010', 'a0a1a2a3'],
      ['20014', 'a4a5a6a7'],
      ['20018', 'a8a9aaab'],
    ]);
  });

  it('run downwards with the direction flag', () => {
    expect(hexOf(valuesFor({ ...copied, df: 1 }))).toEqual([
      ['20010', 'a0a1a2a3'],
      ['2000c', 'acadaeaf'],
      ['20008', 'a8a9aaab'],
    ]);
  });

  it('come from the same port, one further each time', () => {
    expect(hexOf(valuesFor({ ...copied, type: 'PIO', addr: '0x5000', size: 2 }))).toEqual([
      ['20010', 'a0a1'],
      ['20012', 'a1a2'],
      ['20014', 'a2a3'],
    ]);
  });
});
