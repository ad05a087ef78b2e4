/**
 * The page of a vcpu's local APIC: registers of 32 bits on 16-byte borders.
 *
 * Reference: xen/arch/x86/hvm/vlapic.c, vlapic_mmio_read(), vlapic_mmio_write().
 */

import { IOREQ_TYPE } from '../../abi/ioreq.js';
import { LAST_REGISTER } from '../../irq/apic-registers.js';
import type { LocalApic } from '../../irq/local-apic.js';
import type { Access } from '../access.js';
import { merge, part, startsIn, type InternalDevice } from './internal-device.js';

const BASE = 0xfee0_0000;
const LENGTH = 0x1000;

export const vlapic: InternalDevice = {
  name: 'vlapic',
  type: IOREQ_TYPE.copy,
  accepts: (_, ioreq) => startsIn(ioreq, BASE, LENGTH),
  read(access, addr, size) {
    const [register, within] = split(addr);
    if (within + size > 4 || register > LAST_REGISTER) return 0n;
    return part(apicOf(access).read(register), within, size);
  },
  write(access, addr, size, value) {
    const [register, within] = split(addr);
    if (within + size > 4 || register > LAST_REGISTER) return true;
    const apic = apicOf(access);
    const before = size < 4 ? apic.read(register) : 0;
    apic.write(register, merge(before, within, size, value));
    return true;
  },
};

const split = (addr: number): [register: number, within: number] => [
  (addr - BASE) & ~0xf,
  addr % 16,
];

const apicOf = ({ domain, vcpu }: Access): LocalApic => domain.interrupts.apics[vcpu.id]!;
