/** What an auto-responder does with a request, by mode: the answer to a read, and what becomes of values in memory. */

import {
  IOREQ_DIR,
  IOREQ_TYPE,
  XenError,
  gpa,
  type Domain,
  type Ioreq,
} from '../../hypervisor/index.js';

/** No Xen asks for more at a time: what else stands in the shared page, whoever may write to it has put there. */
const MOST_BYTES = 8;
const MOST_REPETITIONS = 4096;

type Ram = Domain['ram'];

/** Where one repetition of a request reads from, or writes to. */
interface Element {
  readonly addr: number;
  readonly size: number;
  readonly ioservid: number;
}

interface Mode {
  readonly description: string;
  /** The bytes that a read brings. */
  readonly read: (element: Element, ram: Ram) => Uint8Array;
  /** What a write leaves behind. */
  readonly write?: (element: Element, bytes: Uint8Array, ram: Ram) => void;
}

const filled = (byte: number) => (element: Element) => new Uint8Array(element.size).fill(byte);

export const RESPONDER_MODES = {
  ones: { description: 'reads bring all ones, writes vanish', read: filled(0xff) },
  zero: { description: 'reads bring 0, writes vanish', read: filled(0) },
  ram: {
    description:
      "memory requests read and write the guest's RAM; where there is none, and at ports, as `ones`",
    read: (element, ram) =>
      orElse(filled(0xff)(element), () => ram.read(gpa(element.addr), element.size)),
    write: ({ addr }, bytes, ram) => orElse(undefined, () => ram.write(gpa(addr), bytes)),
  },
  pattern: {
    description:
      'byte i of a read at address X brings (id + 10) << 4 | (X + i) & 15, as in the recordings; writes vanish',
    read: ({ addr, size, ioservid }) =>
      Uint8Array.from({ length: size }, (_, i) => ((ioservid + 10) << 4) | ((addr + i) % 16)),
  },
} as const satisfies Record<string, Mode>;

export type ResponderMode = keyof typeof RESPONDER_MODES;

/** Does what the mode says, and gives the value that answers the request. */
export function respond(mode: ResponderMode, ioservid: number, ioreq: Ioreq, ram: Ram): bigint {
  const { read, write }: Mode =
    RESPONDER_MODES[ioreq.type === IOREQ_TYPE.pio && mode === 'ram' ? 'ones' : mode];
  const { dir, data, dataIsPtr } = ioreq;
  const size = Math.min(ioreq.size, MOST_BYTES);
  const count = Math.min(ioreq.count, MOST_REPETITIONS);
  let answer = data;
  for (const { addr, value } of elementsOf({ ...ioreq, size, count })) {
    const element = { addr, size, ioservid };
    if (dir === IOREQ_DIR.read) {
      const bytes = read(element, ram);
      if (dataIsPtr) orElse(undefined, () => ram.write(gpa(value), bytes));
      else answer = valueOf(bytes);
    } else {
      const bytes = dataIsPtr
        ? orElse(filled(0xff)(element), () => ram.read(gpa(value), size))
        : bytesOf(data, size);
      write?.(element, bytes, ram);
    }
  }
  return answer;
}

/** Each repetition: where it is, and where its value is, if that is in memory. */
function* elementsOf({ type, addr, size, count, df, data, dataIsPtr }: Ioreq) {
  const step = df ? -size : size;
  const values = dataIsPtr ? Number(data) : 0;
  for (let n = 0; n < count; n++) {
    // Ports stay where they are; the pattern of the recordings counts their repetitions all the same.
    yield { addr: type === IOREQ_TYPE.pio ? addr + n : addr + n * step, value: values + n * step };
  }
}

/** What is not RAM cannot be mapped. */
function orElse<T>(otherwise: T, access: () => T): T {
  try {
    return access();
  } catch (error) {
    if (error instanceof XenError) return otherwise;
    throw error;
  }
}

const valueOf = (bytes: Uint8Array): bigint =>
  bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);

const bytesOf = (value: bigint, size: number): Uint8Array =>
  Uint8Array.from({ length: size }, (_, i) => Number((value >> BigInt(8 * i)) & 0xffn));
