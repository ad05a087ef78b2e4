import { expect, it } from 'vitest';
import { formNamed } from '../../../src/routes/forms/form-named.js';
import {
  OURS,
  UNKNOWN_NAMES,
  labelOf,
  opOf,
  unknownOpOf,
} from '../../../src/routes/forms/op-names.js';

it('an operation has a name and a number of its own', () => {
  const [dmop, hvmop] = ['dmop/set_mem_type', 'hvmop/set_mem_type'].map((op) => formNamed(op)!);
  expect([opOf(hvmop!), opOf(dmop!)]).toEqual([8, 0x1_000c]);
  expect(UNKNOWN_NAMES.get(unknownOpOf('dmop'))).toBe('dmop/unknown');
  expect([labelOf(dmop!), OURS.exchange]).toEqual(['dmop/set_mem_type', -2]);
});
