/** Registers of a local APIC by their offset in its page: after reset, and what takes of a value written. */

export const APIC = {
  ID: 0x020,
  VERSION: 0x030,
  TASK_PRIORITY: 0x080,
  PROCESSOR_PRIORITY: 0x0a0,
  EOI: 0x0b0,
  LOGICAL: 0x0d0,
  DESTINATION_FORMAT: 0x0e0,
  SPURIOUS: 0x0f0,
  /** Eight words each. */
  IN_SERVICE: 0x100,
  LEVEL: 0x180,
  REQUESTED: 0x200,
  ERROR: 0x280,
  COMMAND: 0x300,
  DESTINATION: 0x310,
  TIMER: 0x320,
  THERMAL: 0x330,
  PERFORMANCE: 0x340,
  LINT0: 0x350,
  LINT1: 0x360,
  ERROR_VECTOR: 0x370,
  TIMER_INITIAL: 0x380,
  TIMER_CURRENT: 0x390,
  TIMER_DIVIDE: 0x3e0,
} as const;

/** The last register there is. */
export const LAST_REGISTER = APIC.TIMER_DIVIDE;

/** Of the local vector table. */
export const LVT_MASKED = 0x1_0000;

const LOCAL_VECTORS = [
  APIC.TIMER,
  APIC.THERMAL,
  APIC.PERFORMANCE,
  APIC.LINT0,
  APIC.LINT1,
  APIC.ERROR_VECTOR,
];

/** All others are zero. */
export const RESET: readonly (readonly [register: number, value: number])[] = [
  [APIC.VERSION, 0x5_0014],
  [APIC.DESTINATION_FORMAT, 0xffff_ffff],
  [APIC.SPURIOUS, 0xff],
  ...LOCAL_VECTORS.map((register) => [register, LVT_MASKED] as const),
];

const only = (mask: number) => (value: number) => value & mask;

/** What becomes of a value that is written; a register that is not here takes none. */
export const REGISTERS: ReadonlyMap<number, (value: number) => number> = new Map([
  [APIC.ID, only(0xffff_ffff)],
  [APIC.TASK_PRIORITY, only(0xff)],
  [APIC.LOGICAL, only(0xff00_0000)],
  [APIC.DESTINATION_FORMAT, (value) => value | 0x0fff_ffff],
  [APIC.SPURIOUS, only(0x3ff)],
  [APIC.COMMAND, only(~0x1000)],
  [APIC.DESTINATION, only(0xff00_0000)],
  [APIC.TIMER, only(0x7_10ff)],
  [APIC.THERMAL, only(0x1_17ff)],
  [APIC.PERFORMANCE, only(0x1_17ff)],
  [APIC.LINT0, only(0x1_f7ff)],
  [APIC.LINT1, only(0x1_f7ff)],
  [APIC.ERROR_VECTOR, only(0x1_10ff)],
  [APIC.TIMER_INITIAL, only(0xffff_ffff)],
  [APIC.TIMER_DIVIDE, only(0xb)],
]);
