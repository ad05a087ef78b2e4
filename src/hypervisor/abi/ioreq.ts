/**
 * ioreq_t: one request of a vcpu to a device model, and its 32 bytes in the page they share.
 *
 * Source: xen/include/public/hvm/ioreq.h.
 *
 *     0 u64 addr   8 u64 data   16 u32 count   20 u32 size   24 u32 vp_eport   28 u16 pad
 *    30 u8  state:4 data_is_ptr:1 dir:1 df:1   31 u8 type
 */

export const IOREQ_SIZE = 32;

export const IOREQ_TYPE = {
  pio: 0,
  copy: 1,
  pci_config: 2,
  timeoffset: 7,
  invalidate: 8,
} as const;

export type IoreqTypeName = keyof typeof IOREQ_TYPE;

export const IOREQ_DIR = { write: 0, read: 1 } as const;
export type IoreqDirName = keyof typeof IOREQ_DIR;
export type IoreqDir = (typeof IOREQ_DIR)[IoreqDirName];

/** Who has the request: nobody, the device model to take, the device model at work, Xen to take. */
export const IOREQ_STATE = { none: 0, ready: 1, inprocess: 2, resp_ready: 3 } as const;
export type IoreqStateName = keyof typeof IOREQ_STATE;

const TYPE_NAMES: Record<number, IoreqTypeName> = {};
for (const [name, type] of Object.entries(IOREQ_TYPE)) TYPE_NAMES[type] = name as IoreqTypeName;

const STATE_NAMES = Object.keys(IOREQ_STATE) as IoreqStateName[];

/** `undefined` for a number that a device model has made up. */
export const ioreqTypeName = (type: number): IoreqTypeName | undefined => TYPE_NAMES[type];
export const ioreqStateName = (state: number): IoreqStateName | undefined => STATE_NAMES[state];
export const ioreqDirName = (dir: IoreqDir): IoreqDirName => (dir ? 'read' : 'write');

export interface Ioreq {
  type: number;
  state: number;
  dir: IoreqDir;
  /** A port, a guest-physical address, or for `pci_config` sbdf << 32 | register. */
  addr: number;
  /** The value, or with `dataIsPtr` the guest-physical address of the values. */
  data: bigint;
  size: number;
  count: number;
  df: boolean;
  dataIsPtr: boolean;
  vpEport: number;
}

export const newIoreq = (fields: Partial<Ioreq> = {}): Ioreq => ({
  type: fields.type ?? IOREQ_TYPE.pio,
  state: fields.state ?? IOREQ_STATE.none,
  dir: fields.dir ?? IOREQ_DIR.write,
  addr: fields.addr ?? 0,
  data: fields.data ?? 0n,
  size: fields.size ?? 0,
  count: fields.count ?? 1,
  df: fields.df ?? false,
  dataIsPtr: fields.dataIsPtr ?? false,
  vpEport: fields.vpEport ?? 0,
});

/** Whether the vcpu needs the answer: its instruction is then emulated once more with it. */
export const needsCompletion = (ioreq: Ioreq, pioWritesToo: boolean): boolean =>
  ioreq.state === IOREQ_STATE.ready &&
  !ioreq.dataIsPtr &&
  (pioWritesToo || ioreq.type !== IOREQ_TYPE.pio || ioreq.dir !== IOREQ_DIR.write);

/** The lowest guest-physical byte that a repeated memory request touches. */
export const firstByteOf = ({ addr, size, count, df }: Ioreq): number =>
  df ? addr - (count - 1) * size : addr;

/** The highest. */
export const lastByteOf = ({ addr, size, count, df }: Ioreq): number =>
  df ? addr + size - 1 : addr + count * size - 1;

export const readIoreq = (page: DataView, slot: number): Ioreq => {
  const at = slot * IOREQ_SIZE;
  const bits = page.getUint8(at + 30);
  return {
    // Xen never writes an addr beyond 2^53; what a device model scribbles there may lose low bits.
    addr: page.getUint32(at, true) + page.getUint32(at + 4, true) * 2 ** 32,
    data: page.getBigUint64(at + 8, true),
    count: page.getUint32(at + 16, true),
    size: page.getUint32(at + 20, true),
    vpEport: page.getUint32(at + 24, true),
    state: bits & 0b1111,
    dataIsPtr: (bits & DATA_IS_PTR) !== 0,
    dir: bits & DIR ? IOREQ_DIR.read : IOREQ_DIR.write,
    df: (bits & DF) !== 0,
    type: page.getUint8(at + 31),
  };
};

/** Its state and its port may be others than the request itself says. */
export const writeIoreq = (
  page: DataView,
  slot: number,
  ioreq: Ioreq,
  state = ioreq.state,
  vpEport = ioreq.vpEport,
): void => {
  const at = slot * IOREQ_SIZE;
  page.setUint32(at, ioreq.addr % 2 ** 32, true);
  page.setUint32(at + 4, Math.floor(ioreq.addr / 2 ** 32), true);
  page.setBigUint64(at + 8, ioreq.data, true);
  page.setUint32(at + 16, ioreq.count, true);
  page.setUint32(at + 20, ioreq.size, true);
  page.setUint32(at + 24, vpEport, true);
  page.setUint16(at + 28, 0, true);
  page.setUint8(
    at + 30,
    state | (ioreq.dataIsPtr ? DATA_IS_PTR : 0) | (ioreq.dir ? DIR : 0) | (ioreq.df ? DF : 0),
  );
  page.setUint8(at + 31, ioreq.type);
};

const DATA_IS_PTR = 1 << 4;
const DIR = 1 << 5;
const DF = 1 << 6;

/** Single fields of a slot, for the state machine. */
export const slotState = (page: DataView, slot: number): number =>
  page.getUint8(slot * IOREQ_SIZE + 30) & 0b1111;

export const setSlotState = (page: DataView, slot: number, state: number): void => {
  const at = slot * IOREQ_SIZE + 30;
  page.setUint8(at, (page.getUint8(at) & ~0b1111) | state);
};

export const slotData = (page: DataView, slot: number): bigint =>
  page.getBigUint64(slot * IOREQ_SIZE + 8, true);

export const setSlotData = (page: DataView, slot: number, data: bigint): void =>
  page.setBigUint64(slot * IOREQ_SIZE + 8, data, true);

export const slotPort = (page: DataView, slot: number): number =>
  page.getUint32(slot * IOREQ_SIZE + 24, true);

export const setSlotPort = (page: DataView, slot: number, port: number): void =>
  page.setUint32(slot * IOREQ_SIZE + 24, port, true);
