/** How the words of the wire lie in a C struct: little endian, each at a multiple of its alignment. */

export interface CType<Value> {
  readonly name: string;
  readonly bytes: number;
  readonly align: number;
  load(view: DataView, at: number): Value;
  store(view: DataView, at: number, value: Value): void;
}

export const UINT8: CType<number> = {
  name: 'uint8_t',
  bytes: 1,
  align: 1,
  load: (view, at) => view.getUint8(at),
  store: (view, at, value) => view.setUint8(at, value),
};

export const UINT16: CType<number> = {
  name: 'uint16_t',
  bytes: 2,
  align: 2,
  load: (view, at) => view.getUint16(at, true),
  store: (view, at, value) => view.setUint16(at, value, true),
};

export const UINT32: CType<number> = {
  name: 'uint32_t',
  bytes: 4,
  align: 4,
  load: (view, at) => view.getUint32(at, true),
  store: (view, at, value) => view.setUint32(at, value, true),
};

export const UINT64: CType<bigint> = {
  name: 'uint64_t',
  bytes: 8,
  align: 8,
  load: (view, at) => view.getBigUint64(at, true),
  store: (view, at, value) => view.setBigUint64(at, value, true),
};

/** A `uint64_t` whose values are frames or addresses: beyond 2^53 they keep their order, not their last bits. */
export const uint64As = <Value extends number>(): CType<Value> => ({
  ...UINT64,
  load: (view, at) => (view.getUint32(at + 4, true) * 2 ** 32 + view.getUint32(at, true)) as Value,
  store: (view, at, value) => UINT64.store(view, at, BigInt(value)),
});

/** `uint8_t[n]`, seen as one little-endian number. */
export const bytesOf = (n: number): CType<number> => ({
  name: `uint8_t[${n}]`,
  bytes: n,
  align: 1,
  load: (view, at) => {
    let value = 0;
    for (let i = n - 1; i >= 0; i--) value = value * 256 + view.getUint8(at + i);
    return value;
  },
  store: (view, at, value) => {
    for (let i = 0; i < n; i++) view.setUint8(at + i, Math.floor(value / 256 ** i) % 256);
  },
});

/** `uint8_t[n]`, byte by byte. */
export const octetsIn = (n: number): CType<readonly number[]> => ({
  name: `uint8_t[${n}]`,
  bytes: n,
  align: 1,
  load: (view, at) => Array.from({ length: n }, (_, i) => view.getUint8(at + i)),
  store: (view, at, value) => {
    for (const [i, byte] of value.entries()) view.setUint8(at + i, byte);
  },
});

/** Where each member of a struct lies, and how long the struct is. */
export function layOut<Name extends string>(
  members: readonly (readonly [Name, CType<unknown>])[],
): { readonly offsets: Readonly<Record<Name, number>>; readonly bytes: number } {
  const offsets: Partial<Record<Name, number>> = {};
  let end = 0;
  let widest = 1;
  for (const [name, { bytes, align }] of members) {
    const at = alignedUp(end, align);
    offsets[name] = at;
    end = at + bytes;
    widest = Math.max(widest, align);
  }
  return { offsets: offsets as Record<Name, number>, bytes: alignedUp(end, widest) };
}

const alignedUp = (at: number, align: number) => Math.ceil(at / align) * align;
