import { describe, expect, it } from 'vitest';
import { newIoreq } from '../../../src/hypervisor/abi/ioreq.js';
import { DIR, IOREQ_FIELDS } from '../../../src/hypervisor/snapshot/ioreq-state.js';
import { record } from '../../../src/hypervisor/snapshot/record.js';
import { again, refusal } from '../../support/written.js';

describe('IOREQ_FIELDS', () => {
  it('are all that a request has', () => {
    const ioreq = newIoreq({ addr: 2 ** 47, data: 2n ** 64n - 1n, df: true, vpEport: 7, dir: 1 });

    expect(again(record(IOREQ_FIELDS), ioreq)).toEqual(ioreq);
  });

  it('know two directions', () => {
    expect(refusal(DIR, 2)).toBe(' must be an integer from 0 to 1');
  });
});
