/**
 * The high-precision event timer, standing still: what the guest writes to it is kept.
 *
 * Reference: xen/arch/x86/hvm/hpet.c, hpet_read(), hpet_write().
 */

import { HVM_PARAM } from '../../abi/hvm-param.js';
import { IOREQ_TYPE } from '../../abi/ioreq.js';
import type { Domain } from '../../domain.js';
import { ALL_ONES, isWholePc, merge, startsIn, type InternalDevice } from './internal-device.js';

const BASE = 0xfed0_0000;
const LENGTH = 0x400;
/** Three timers, 64 bits wide, able to replace the legacy interrupts; 16 ns a tick. */
const CAPABILITIES = [0x8086_a201, 16_000_000] as const;
/** The first register that takes writes. */
const CONFIGURATION = 0x10;

export const hpet: InternalDevice = {
  name: 'hpet',
  type: IOREQ_TYPE.copy,
  accepts: (domain, ioreq) => isWholePc(domain) && startsIn(ioreq, BASE, LENGTH),
  read({ domain }, addr, size) {
    const offset = addr - BASE;
    if (!isEnabled(domain) || offset % size !== 0) return ALL_ONES;
    const word = offset & ~3;
    const low = wordOf(domain, word);
    const high = wordOf(domain, word + 4);
    return BigInt.asUintN(
      8 * size,
      ((BigInt(high) << 32n) | BigInt(low)) >> BigInt(8 * (offset & 3)),
    );
  },
  write({ domain }, addr, size, value) {
    const offset = addr - BASE;
    if (!isEnabled(domain) || offset % size !== 0 || offset < CONFIGURATION) return true;
    for (let word = offset & ~3; word < offset + size; word += 4) {
      const from = Math.max(0, offset - word);
      const bytes = Math.min(4, size);
      const data = value >> BigInt(8 * Math.max(0, word - offset));
      domain.deviceRegisters.set(`hpet ${word}`, merge(wordOf(domain, word), from, bytes, data));
    }
    return true;
  },
};

const isEnabled = ({ params }: Domain): boolean =>
  (params.get(HVM_PARAM.HPET_ENABLED) ?? 1n) !== 0n;

const wordOf = ({ deviceRegisters }: Domain, word: number): number =>
  CAPABILITIES[word / 4] ?? deviceRegisters.get(`hpet ${word}`) ?? 0;
