/** The world in which the recordings were made, as far as guests see it. */

/** Where the snippet counts as lying; offsets of RIP are from here. */
export const SNIPPET = 0x12000n;
/** Somewhere in the stub's own pages. */
const STACK = 0x11000n;
const IDT = 0x14000n;

/** The recordings keep these flags of RFLAGS. */
export const RFLAGS_MASK = 0xfd5n;

/** RAM: two stretches of 4 KiB pages around one superpage, a hole, and some more. */
export const MEMORY = [
  { firstGfn: 0, nr: 0x200, order: 0 },
  { firstGfn: 0x200, nr: 0x200, order: 9 },
  { firstGfn: 0x400, nr: 0x400, order: 0 },
  { firstGfn: 0x900, nr: 0x40, order: 0 },
] as const;

/** Bytes 0xc0 to 0xcf, in XMM0; the first eight of them also in MM0. */
export const XMM0 = 'c0c1c2c3c4c5c6c7c8c9cacbcccdcecf';
export const MM0 = 0xc7c6_c5c4_c3c2_c1c0n;

export const REGISTERS = {
  rsp: STACK,
  rip: SNIPPET,
  idtBase: IDT,
} as const;

const PAGE_SIZE = 4096;

/** How a page of the recordings is filled: byte i is `step * i + start`. */
interface Pattern {
  readonly step: number;
  readonly start: number;
}

/** The pages that every scenario finds filled: its target and its scratch memory. */
export const FILLED = [
  { gpa: 0x40_0000, bytes: page({ step: 7, start: 3 }) },
  { gpa: 0x2_0000, bytes: page({ step: 5, start: 0x51 }) },
] as const;

/** A whole page like the watched bytes, if they are part of a pattern. */
export function pageLike(gpa: number, watched: Uint8Array): Uint8Array | undefined {
  const offset = gpa % PAGE_SIZE;
  for (const step of [7, 5]) {
    const start = ((watched[0] ?? 0) - step * offset) & 0xff;
    const pattern = { step, start };
    if (watched.every((byte, index) => byte === byteOf(pattern, offset + index)))
      return page(pattern);
  }
  return undefined;
}

function page(pattern: Pattern): Uint8Array {
  return Uint8Array.from({ length: PAGE_SIZE }, (_, index) => byteOf(pattern, index));
}

function byteOf({ step, start }: Pattern, index: number): number {
  return (step * index + start) & 0xff;
}

export const fromHex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));
export const toHex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex');
