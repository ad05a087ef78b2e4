import { describe, expect, it } from 'vitest';
import { ERRNO } from '../../../src/hypervisor/index.js';
import { cStruct } from '../../../src/routes/wire/c-struct.js';
import { UINT16 } from '../../../src/routes/wire/c-type.js';
import { callAsGuest } from '../../../src/routes/guest-calls/guest-form.js';
import { HYPERCALL_FORMS } from '../../../src/routes/forms/hypercall-forms.js';
import { hostWithRam } from '../../support/host.js';

const form = HYPERCALL_FORMS.memory.find(({ call }) => call.name === 'current_reservation')!;

function call(read: (at: bigint, length: number) => Uint8Array | undefined) {
  const { host, d1: caller } = hostWithRam(4);
  const struct = cStruct([{ name: 'domid', type: UINT16 }]);
  const returns = ({ pages }: Readonly<Record<string, unknown>>) => Number(pages);
  return callAsGuest(
    { form, struct, domidAt: 0, returns },
    { host, caller, call: { number: 12, args: [], read, write: () => true }, pointer: 0n },
  );
}

describe('callAsGuest', () => {
  it('takes the domain from the struct, and returns what the operation does', () => {
    expect(call(() => Uint8Array.of(1, 0))).toBe(4);
    expect(call(() => Uint8Array.of(9, 0))).toBe(-ERRNO.ESRCH);
  });

  it('faults where the struct cannot be read', () => {
    expect(call(() => undefined)).toBe(-ERRNO.EFAULT);
  });
});
