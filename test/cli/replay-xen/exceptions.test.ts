import { describe, expect, it } from 'vitest';
import {
  describeException,
  EXCEPTIONS,
  exceptionOf,
  NO_RAM,
  skipOf,
} from '../../../src/cli/replay-xen/exceptions.js';
import { guestStep } from '../../support/replay.js';

const step = (op: string, scenario = 'rc_test') => ({ scenario, step: 1, op });
const differing = (field: string, actual: unknown = 1) => ({ field, expected: 0, actual });

describe('skipOf', () => {
  it('is the row of an operation with such arguments', () => {
    const call = { ...step('dm_op_hypercall'), args: { nr_bufs: 1, bufs: 'bad pointer' } };

    expect(skipOf(call)?.reason).toContain('list of buffers');
    expect(skipOf({ ...call, args: { nr_bufs: 1 } })).toBeUndefined();
    expect(skipOf(step('set_mem_type'))).toBeUndefined();
  });
});

describe('exceptionOf', () => {
  it('goes by what the field is instead', () => {
    const field = 'mem.0.after';

    expect(exceptionOf(guestStep(), differing(field, NO_RAM))).toBeDefined();
    expect(exceptionOf(guestStep(), differing(field, '00'))).toBeUndefined();
  });

  it('goes by the scenario and the instruction', () => {
    const scenario = 'g_border_ram_rw_to_ram_ro';
    const step = guestStep({ scenario, asm: 'movups [rdi],xmm0' });
    const stored = differing('mem.0.after', '00');

    expect(exceptionOf(step, stored)?.reason).toContain('TCG');
    expect(exceptionOf(guestStep({ scenario }), stored)).toBeUndefined();
    expect(exceptionOf({ ...step, scenario: 'g_pci' }, stored)).toBeUndefined();
  });
});

it.each(EXCEPTIONS)('$op.source has a reason of one clause', (row) => {
  expect(row.reason).toMatch(/^[A-Za-z].*[^.]$/);
  expect(describeException(row, 3)).toContain(`3 × ${row.op.source}`);
});
