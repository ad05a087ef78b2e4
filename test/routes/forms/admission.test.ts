import { describe, expect, it } from 'vitest';
import { resolveProfile } from '../../../src/hypervisor/profile.js';
import { HYPERCALL_FORMS } from '../../../src/routes/forms/hypercall-forms.js';
import { errno } from '../../support/host.js';

const admissionOf = (via: 'hvmop' | 'dmop' | 'memory', name: string) =>
  HYPERCALL_FORMS[via].find(({ call }) => call.name === name)!.admission;

describe('admissionOf', () => {
  it('is read off the definition', () => {
    expect(admissionOf('dmop', 'set_mem_type')).toMatchObject({
      callers: 'dm',
      isOfDeviceModels: true,
      onPv: undefined,
    });
    expect(admissionOf('hvmop', 'get_mem_type').isOfDeviceModels).toBe(false);
  });

  it('refuses a reserved field that is not 0', () => {
    const { checkStruct } = admissionOf('dmop', 'set_mem_type');

    expect(() => checkStruct?.({ pad: 0 })).not.toThrow();
    expect(() => checkStruct?.({ pad: 7 })).toThrow(errno('EINVAL'));
    expect(() => checkStruct?.({ pad: 7 })).toThrow('pad is 7, not 0');
  });

  it('leaves to the definition what it looks at first', () => {
    const { checkFirst, isThere } = admissionOf('hvmop', 'set_isa_irq_level');
    const { knobs } = resolveProfile('4.8');

    expect(() => checkFirst?.({ isa_irq: 16 }, knobs)).toThrow(errno('EINVAL'));
    expect(isThere?.(knobs)).toBe(true);
  });
});
