import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../console/src/live/entry.js';
import { matcherOf, saidIn, saidOf } from '../../../../console/src/views/journal/said-fields.js';

const record = (fields: object) => ({ seq: 1, time: '0x0', domid: 1, at: 5, ...fields }) as Entry;
const called = record({ kind: 'hypercall', op: 'dmop/set_mem_type', rc: 0, gfn: '0x100', nr: 16 });
const exit = record({ kind: 'vmexit', vcpu: 1, reason: 'HLT', request: 'req-1' });

describe('matcherOf', () => {
  it('lets all pass of which nothing is said', () => {
    expect([called, exit].filter(matcherOf({}))).toHaveLength(2);
  });

  it('knows kinds and operations, several and whole interfaces', () => {
    expect(matcherOf({ kind: 'npf,vmexit' })(exit)).toBe(true);
    expect(matcherOf({ kind: 'npf' })(exit)).toBe(false);
    expect(matcherOf({ op: 'dmop/*' })(called)).toBe(true);
    expect(matcherOf({ op: 'hvmop/*,dmop/set_mem_type' })(called)).toBe(true);
    expect(matcherOf({ op: 'dmop/set' })(called)).toBe(false);
    expect(matcherOf({ op: '*' })(exit)).toBe(false);
  });

  it('knows whose it is, and every page that it is about', () => {
    expect(matcherOf({ domid: '1', vcpu: '1' })(exit)).toBe(true);
    expect(matcherOf({ vcpu: '0' })(exit)).toBe(false);
    expect(matcherOf({ gfn: '0x10f' })(called)).toBe(true);
    expect(matcherOf({ gfn: '0x110' })(called)).toBe(false);
    expect(matcherOf({ gfn: '0x100' })(exit)).toBe(false);
  });
});

it('saidIn takes what is about records, and nothing empty', () => {
  expect(saidIn({ kind: 'ioreq', op: '', seq: '7' })).toEqual({ kind: 'ioreq' });
});

it('saidOf is what another record like it would say', () => {
  expect(saidOf(exit)).toEqual({ kind: 'vmexit', domid: '1', vcpu: '1', fields: 'reason=HLT' });
  expect(saidOf(called)).toEqual({
    kind: 'hypercall',
    op: 'dmop/set_mem_type',
    domid: '1',
    gfn: '0x100',
    rc: '0',
  });
});
