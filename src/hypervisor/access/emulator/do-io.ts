/**
 * One request for I/O: to a device inside Xen, to the ioreq server that owns the page or has the
 * address in its ranges, or to nobody.
 *
 * Reference: xen/arch/x86/hvm/emulate.c, hvmemul_do_io(). The vcpu's `io.request` is Xen's
 * struct vcpu_io: while its state is `ready` a device model has the request, and when an answer is
 * there (`resp_ready`) the same request, made again, takes it.
 */

import { PAGE_SIZE } from '../../abi/frames.js';
import {
  IOREQ_DIR,
  IOREQ_STATE,
  IOREQ_TYPE,
  newIoreq,
  type Ioreq,
  type IoreqDir,
} from '../../abi/ioreq.js';
import type { Task } from '../../schedule/task.js';
import type { Access } from '../access.js';
import { words } from '../guest-bytes.js';
import { findInternalDevice } from '../internal-devices/internal-devices.js';
import { toDeviceModel } from './device-model.js';
import { isFailure, RETRY, retry, UNHANDLEABLE, type Failure } from './emulation.js';
import { serveFrom } from './serve.js';

export interface IoRequest {
  readonly isMmio: boolean;
  readonly addr: number;
  readonly reps: number;
  readonly size: number;
  readonly dir: IoreqDir;
  readonly df: boolean;
  /** Guest-physical address of the values; without it there is one value, `data`. */
  readonly ram: number | undefined;
  readonly data: bigint;
}

export interface IoResult {
  /** How many of the elements were done. */
  readonly reps: number;
  /** What was read, or written. */
  readonly data: bigint;
}

const MAX_BYTES = 8;

export function* doIo(access: Access, request: IoRequest): Task<IoResult | Failure> {
  const { io } = access.vcpu;
  const { size } = request;
  if (size > MAX_BYTES || !Number.isInteger(Math.log2(size))) return UNHANDLEABLE;
  if (io.request.state === IOREQ_STATE.resp_ready) return takeAnswer(access, request);
  if (io.request.state !== IOREQ_STATE.none) return UNHANDLEABLE;

  const ioreq = toIoreq(request);
  io.request = { ...ioreq };
  io.suspended = false;
  const device = findInternalDevice(access.domain, ioreq);
  if (device) {
    const served = serveFrom(access, device, ioreq);
    io.request.count = ioreq.count;
    if (served) return finish(access, ioreq);
  }
  const result = yield* toDeviceModel(access, ioreq);
  if (result === 'pending') return retry(RETRY.awaitingAnswer);
  if (result === 'posted') return { reps: ioreq.count, data: ioreq.data };
  if (isFailure(result)) {
    io.request.state = IOREQ_STATE.none;
    return result;
  }
  return finish(access, ioreq);
}

/** The request that was answered has to be the one that is made now. */
function takeAnswer(access: Access, made: IoRequest): IoResult | Failure {
  const { request } = access.vcpu.io;
  request.state = IOREQ_STATE.none;
  const matches =
    request.type === (made.isMmio ? IOREQ_TYPE.copy : IOREQ_TYPE.pio) &&
    request.addr === made.addr &&
    request.size === made.size &&
    request.count <= made.reps &&
    request.dir === made.dir &&
    request.df === made.df &&
    request.dataIsPtr === (made.ram !== undefined);
  if (!matches) {
    access.domain.crash('an instruction made another request when it was emulated again');
    return UNHANDLEABLE;
  }
  if (made.ram !== undefined) return UNHANDLEABLE;
  recordCompletion(access, request);
  const data = request.dir === IOREQ_DIR.read ? truncated(request) : made.data;
  return { reps: request.count, data };
}

function toIoreq({ isMmio, addr, reps, size, dir, df, ram, data }: IoRequest): Ioreq {
  return newIoreq({
    type: isMmio ? IOREQ_TYPE.copy : IOREQ_TYPE.pio,
    state: IOREQ_STATE.ready,
    addr,
    count: isMmio ? withinPage(addr, reps, size, df) : reps,
    size,
    dir,
    df,
    dataIsPtr: ram !== undefined,
    data: ram === undefined ? (dir === IOREQ_DIR.write ? data : 0n) : BigInt(ram),
  });
}

/** Elements of memory-mapped I/O up to the page border; one, where already the first crosses it. */
function withinPage(addr: number, reps: number, size: number, df: boolean): number {
  if (reps === 1) return 1;
  const offset = addr % PAGE_SIZE;
  const tail = PAGE_SIZE - offset;
  if (tail < size) return 1;
  return Math.min(reps, Math.floor((df ? offset + size : tail) / size));
}

function finish(access: Access, ioreq: Ioreq): IoResult {
  const { request } = access.vcpu.io;
  request.state = IOREQ_STATE.none;
  request.count = ioreq.count;
  return { reps: ioreq.count, data: truncated(ioreq) };
}

const truncated = ({ data, size }: Ioreq): bigint => BigInt.asUintN(8 * size, data);

function recordCompletion({ recorder }: Access, { addr, data }: Ioreq): void {
  recorder?.record('completion', 0, addr, 0, ...words(data));
}
