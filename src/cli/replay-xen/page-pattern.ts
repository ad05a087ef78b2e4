/** How the pages of the recordings are filled: byte i is `step * i + start`. */

export const PAGE_SIZE = 4096;

interface Pattern {
  readonly step: number;
  readonly start: number;
}

const TARGET_STEP = 7;
const SCRATCH_STEP = 5;

export interface Bytes {
  readonly gpa: number;
  readonly bytes: Uint8Array;
}

/** Memory for the guest to use besides. */
export const SCRATCH = 0x2_0000;

/** The pages that every scenario finds filled: its target and its scratch memory. */
export const FILLED: readonly Bytes[] = [
  { gpa: 0x40_0000, bytes: page({ step: TARGET_STEP, start: 3 }) },
  { gpa: SCRATCH, bytes: page({ step: SCRATCH_STEP, start: 0x51 }) },
];

/** One of the pages scattered over guest memory. */
export const scatteredPage = (index: number): Uint8Array =>
  page({ step: TARGET_STEP, start: 3 + index });

/** The whole page, where the bytes watched in it are part of a pattern. */
export function pageAround({ gpa, bytes }: Bytes): Bytes | undefined {
  const offset = gpa % PAGE_SIZE;
  for (const step of [TARGET_STEP, SCRATCH_STEP]) {
    const start = ((bytes[0] ?? 0) - step * offset) & 0xff;
    const pattern = { step, start };
    if (bytes.every((byte, index) => byte === byteOf(pattern, offset + index)))
      return { gpa: gpa - offset, bytes: page(pattern) };
  }
  return undefined;
}

function page(pattern: Pattern): Uint8Array {
  return Uint8Array.from({ length: PAGE_SIZE }, (_, index) => byteOf(pattern, index));
}

function byteOf({ step, start }: Pattern, index: number): number {
  return (step * index + start) & 0xff;
}
