/** The shared info page as the guest sees it: struct shared_info of public/xen.h, 64 bits. */

import { DONE, type Call } from './call-result.js';
import type { RecordedWorld } from './recorded-world.js';
import { numberAt } from './struct-bytes.js';

/** Where the recorder had it mapped. */
const SHARED_INFO_GPA = 0x8f_8000;
const UPCALL_PENDING = 0;
const UPCALL_MASK = 1;
const PENDING_SEL = 8;
/** Behind the slots of 32 vcpus. */
const PENDING = 0x800;
const MASK = 0xa00;
const BYTES = 0xc00;

/** Scenarios whose recorder takes note of what is pending, as a guest's handler would: by clearing all. */
const CLEARED = /^sf_upcall_vector/;

export const SHARED_INFO: Readonly<Record<string, Call>> = {
  shared_info_peek: async (world) => {
    const page = (await world.readRam(SHARED_INFO_GPA, BYTES)) ?? new Uint8Array(BYTES);
    if (CLEARED.test(world.scenario)) await clear(world);
    const hex = (at: number) => `0x${numberAt(page, at, 8).toString(16)}`;
    return {
      ...DONE,
      out: {
        vcpu0_upcall_pending: page[UPCALL_PENDING],
        vcpu0_upcall_mask: page[UPCALL_MASK],
        vcpu0_sel: hex(PENDING_SEL),
        pending0: hex(PENDING),
        mask0: hex(MASK),
      },
    };
  },
};

async function clear(world: RecordedWorld): Promise<void> {
  await world.writeRam({ gpa: SHARED_INFO_GPA, bytes: new Uint8Array(BYTES) });
}
