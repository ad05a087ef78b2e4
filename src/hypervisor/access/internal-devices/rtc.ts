/**
 * The real-time clock. It is the beginning of 2026 when the host comes up, until the guest sets it; each time
 * the guest does, device models are told by how many seconds. It goes by virtual time.
 *
 * Reference: xen/arch/x86/hvm/rtc.c, handle_rtc_io(), rtc_set_time(). Registers beyond the clock's
 * are CMOS memory, which is a device model's.
 */

import { IOREQ_TYPE } from '../../abi/ioreq.js';
import type { Domain } from '../../domain.js';
import { sendTimeOffset } from '../../ioreq/broadcast.js';
import { ALL_ONES, isWholePc, withinPorts, type InternalDevice } from './internal-device.js';

const INDEX = 0x70;
const REGISTERS = 14;
const START_YEAR = 2026;
const NS_PER_SECOND = 1_000_000_000n;
/** Years below this are of the next century. */
const PIVOT = 70;

const STATUS_B = 0xb;
/** Bits of status register B: the clock is being set; values are binary. */
const SET = 0x80;
const BINARY = 0x04;

/** Values after reset of the registers that are not part of the date. */
const RESET: Readonly<Record<number, number>> = { 0xa: 0x26, [STATUS_B]: 0x02, 0xd: 0x80 };
const READ_ONLY: ReadonlySet<number> = new Set([0xc, 0xd]);

/** What of the date each register holds. */
const DATE: ReadonlyMap<number, (date: Date) => number> = new Map([
  [0, (date) => date.getUTCSeconds()],
  [2, (date) => date.getUTCMinutes()],
  [4, (date) => date.getUTCHours()],
  [6, (date) => date.getUTCDay() + 1],
  [7, (date) => date.getUTCDate()],
  [8, (date) => date.getUTCMonth() + 1],
  [9, (date) => date.getUTCFullYear() % 100],
]);

export const rtc: InternalDevice = {
  name: 'rtc',
  type: IOREQ_TYPE.pio,
  accepts: (domain, ioreq) => isWholePc(domain) && withinPorts(ioreq, INDEX, 2),
  passesOn: (domain, { addr, size }) =>
    addr !== INDEX && size === 1 && selected(domain) >= REGISTERS,
  read({ domain }, port, size) {
    if (size !== 1 || port === INDEX) return ALL_ONES;
    const register = selected(domain);
    return register < REGISTERS ? BigInt(valueOf(domain, register)) : undefined;
  },
  write({ domain, vcpu }, port, size, value) {
    const byte = Number(value & 0xffn);
    if (size !== 1) return true;
    if (port === INDEX) {
      domain.deviceRegisters.set('rtc index', byte & 0x7f);
      return (byte & 0x7f) < REGISTERS;
    }
    const register = selected(domain);
    if (register >= REGISTERS) return false;
    if (READ_ONLY.has(register)) return true;
    const before = now(domain);
    writeRegister(domain, register, byte);
    const seconds = (now(domain) - before) / 1000;
    sendTimeOffset(domain.ioreqServers, vcpu, BigInt(seconds));
    return true;
  },
};

const selected = ({ deviceRegisters }: Domain): number => deviceRegisters.get('rtc index') ?? 0;

const kept = ({ deviceRegisters }: Domain, register: number): number =>
  deviceRegisters.get(`rtc ${register}`) ?? RESET[register] ?? 0;

const isBeingSet = (domain: Domain): boolean => (kept(domain, STATUS_B) & SET) !== 0;

/** Milliseconds since 1970, as the clock shows. */
const now = (domain: Domain): number =>
  started(domain) + 1000 * (domain.deviceRegisters.get('rtc offset') ?? 0);

/** What it would show had nobody set it. */
const started = ({ clock }: Domain): number =>
  Date.UTC(START_YEAR, 0, 1) + 1000 * Number(clock.now / NS_PER_SECOND);

function valueOf(domain: Domain, register: number): number {
  const fromDate = DATE.get(register);
  if (!fromDate || isBeingSet(domain)) return kept(domain, register);
  return encode(domain, fromDate(new Date(now(domain))));
}

function writeRegister(domain: Domain, register: number, byte: number): void {
  const wasBeingSet = isBeingSet(domain);
  if (!wasBeingSet) for (const part of DATE.keys()) keep(domain, part, valueOf(domain, part));
  keep(domain, register, byte);
  const isSet = !isBeingSet(domain) && (wasBeingSet || DATE.has(register));
  if (isSet) setClock(domain);
}

const keep = ({ deviceRegisters }: Domain, register: number, byte: number): void => {
  deviceRegisters.set(`rtc ${register}`, byte);
};

/** Take the date that the registers hold for the time. */
function setClock(domain: Domain): void {
  const field = (register: number) => decode(domain, kept(domain, register));
  const year = field(9);
  const century = year < PIVOT ? 2000 : 1900;
  const date = Date.UTC(century + year, field(8) - 1, field(7), field(4), field(2), field(0));
  const offset = (date - started(domain)) / 1000;
  domain.deviceRegisters.set('rtc offset', offset);
}

const isBinary = (domain: Domain): boolean => (kept(domain, STATUS_B) & BINARY) !== 0;

const encode = (domain: Domain, value: number): number =>
  isBinary(domain) ? value : Math.floor(value / 10) * 16 + (value % 10);

const decode = (domain: Domain, value: number): number =>
  isBinary(domain) ? value : (value >> 4) * 10 + (value & 0xf);
