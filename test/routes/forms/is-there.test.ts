import { describe, expect, it } from 'vitest';
import { resolveProfile } from '../../../src/hypervisor/profile.js';
import { HYPERCALL_FORMS } from '../../../src/routes/forms/hypercall-forms.js';
import { isThereByName, isThereByNumber } from '../../../src/routes/forms/is-there.js';

const formOf = (via: 'hvmop' | 'dmop' | 'memory', name: string) =>
  HYPERCALL_FORMS[via].find(({ call }) => call.name === name)!;

// prettier-ignore
const CASES = [
  // via     name                            profile by name, by number
  ['hvmop',  'set_mem_type',                 '4.8',  true,    true],
  ['dmop',   'set_mem_type',                 '4.8',  true,    false],
  ['hvmop',  'set_mem_type',                 '4.9',  true,    false],
  ['dmop',   'set_mem_type',                 '4.9',  true,    true],
  ['hvmop',  'map_mem_type_to_ioreq_server', '4.8',  false,   false],
  ['dmop',   'map_mem_type_to_ioreq_server', '4.8',  false,   false],
  ['hvmop',  'map_mem_type_to_ioreq_server', 'v6',   true,    true],
  ['dmop',   'nr_vcpus',                     '4.9',  false,   false],
  ['dmop',   'nr_vcpus',                     '4.17', true,    true],
  ['hvmop',  'get_mem_type',                 '4.22', true,    true],
  ['memory', 'acquire_resource',             '4.9',  false,   false],
  ['memory', 'acquire_resource',             '4.17', true,    true],
] as const;

describe.each(CASES)('%s %s in %s', (via, name, profile, byName, byNumber) => {
  const { knobs } = resolveProfile(profile);
  const form = formOf(via, name);

  it(`is ${byName ? '' : 'not '}there by name and ${byNumber ? '' : 'not '}by number`, () => {
    expect([isThereByName(form, knobs), isThereByNumber(form, knobs)]).toEqual([byName, byNumber]);
  });
});
