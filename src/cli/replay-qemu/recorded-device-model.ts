/**
 * The recorded device model itself, without a QEMU: it makes every call that was recorded through the binary interface,
 * in the order in which it made them, and finds and answers the requests that the guest makes again.
 */

import type { Host } from '../../hypervisor/index.js';
import { OPERATION, type Answer } from '../../privcmd/protocol.js';
import { servedWorldOf, type ServedWorld } from '../../privcmd/served-world.js';
import { Session } from '../../privcmd/session.js';
import type { EvtchnDevice } from '../../privcmd/evtchn-device.js';
import type { World } from '../../routes/world/world.js';
import { dmOpBody, dmOpBuffers } from './dm-op-buffers.js';
import { memoryOf, piecesFor, writtenPieces } from './hypercall-memory.js';
import { MappedFrames } from './mapped-frames.js';
import type {
  DmOpRecord,
  EvtchnRecord,
  HypercallRecord,
  MapRecord,
  ResourceRecord,
} from './recording.js';

/** IOCTL_EVTCHN_*. */
const COMMAND = { 'evtchn.bind_interdomain': 1, 'evtchn.unbind': 3, 'evtchn.notify': 4 } as const;

interface OpenDevice {
  readonly handle: number;
  readonly device: EvtchnDevice;
  /** Ports that it was told of and has not read. */
  readonly told: number[];
}

export class RecordedDeviceModel {
  readonly session: Session;
  /** The pages that it shares with Xen, as it has them mapped. */
  pages: MappedFrames | undefined;
  readonly #served: ServedWorld;
  readonly #devices = new Map<number, OpenDevice>();
  /** dom0 has had other ports when it was recorded: recorded port → ours. */
  readonly #ports = new Map<number, number>();

  constructor(world: World) {
    this.#served = servedWorldOf(world);
    this.session = new Session(this.#served, 0);
  }

  get host(): Host {
    return this.session.by.host;
  }

  /** The result, and the buffers as they were left, in hexadecimal. */
  async dmOp(record: DmOpRecord): Promise<{ result: number; buffers: readonly string[] }> {
    const answer = await this.session.answer({
      operation: OPERATION.dm_op,
      domid: record.dom,
      body: dmOpBody(record),
    });
    return { result: answer.result, buffers: dmOpBuffers(answer) };
  }

  /** What it returned, and what it wrote, by address. */
  async hypercall(
    record: HypercallRecord,
  ): Promise<{ returned: number; written: ReadonlyMap<bigint, string> }> {
    const memory = memoryOf(record);
    const wanted: bigint[] = [];
    for (;;) {
      const body = piecesFor(record, memory, wanted);
      const answer = await this.#call(OPERATION.hypercall, 0, body);
      if (answer.result === 1) wanted.push(answer.body?.readBigUInt64LE(0) ?? 0n);
      else if (answer.result < 0) return { returned: answer.result, written: new Map() };
      else
        return {
          returned: Number(answer.body?.readBigInt64LE(0)),
          written: writtenPieces(answer.body),
        };
    }
  }

  /** 0 or a negative errno for each gfn. */
  async map({ dom, gfns }: MapRecord): Promise<number[]> {
    const all = gfns.flatMap(([first, nr]) => Array.from({ length: nr }, (_, at) => first + at));
    const body = Buffer.alloc(8 + 8 * all.length);
    body.writeUInt32LE(all.length, 0);
    for (const [index, gfn] of all.entries()) body.writeBigUInt64LE(BigInt(gfn), 8 + 8 * index);
    const answer = await this.#call(OPERATION.map_gfns, dom, body);
    const frames = MappedFrames.of(answer);
    const errors = frames.places.map((place) => Math.min(0, place));
    frames.close();
    return errors;
  }

  async mapResource({ dom, type, id, idx, num }: ResourceRecord): Promise<number> {
    const body = Buffer.alloc(24);
    for (const [at, value] of [
      [0, type],
      [4, id],
      [8, idx],
      [16, num],
    ] as const)
      body.writeUInt32LE(value, at);
    const answer = await this.#call(OPERATION.map_resource, dom, body);
    if (answer.result < 0) return answer.result;
    if (type === 0) this.pages = MappedFrames.of(answer);
    return 0;
  }

  async evtchn(record: EvtchnRecord): Promise<number> {
    const { handle } = this.#device(record.fd);
    const words = Buffer.from((record.in ?? '').padEnd(16, '0'), 'hex');
    const command = COMMAND[record.call as keyof typeof COMMAND];
    const isBind = record.call === 'evtchn.bind_interdomain';
    const first = words.readUInt32LE(0);
    const body = Buffer.alloc(16);
    body.writeUInt32LE(handle, 0);
    body.writeUInt32LE(command, 4);
    body.writeUInt32LE(isBind ? first : (this.#ports.get(first) ?? first), 8);
    body.writeUInt32LE(isBind ? words.readUInt32LE(4) : 0, 12);
    if (isBind) this.#letGuestOffer(first, words.readUInt32LE(4));
    const { result } = await this.#call(OPERATION.evtchn, 0, body);
    if (!isBind || result < 0) return result;
    this.#ports.set(record.ret, result);
    return record.ret;
  }

  /** Whether the device has told of the port. */
  read(record: EvtchnRecord, port: number): boolean {
    const { told } = this.#device(record.fd);
    const at = told.indexOf(this.#ports.get(port) ?? port);
    if (at >= 0) told.splice(at, 1);
    return at >= 0;
  }

  unmask(record: EvtchnRecord, port: number): void {
    this.#device(record.fd).device.unmask(this.#ports.get(port) ?? port);
  }

  end(): void {
    for (const { handle } of this.#devices.values()) this.#served.close(handle);
    this.session.end();
    this.pages?.close();
  }

  /** A front end's port: that the guest has made one is not recorded. */
  #letGuestOffer(domid: number, port: number): void {
    const channels = this.host.find(domid)?.eventChannels;
    const hasIt = [...(channels?.ports() ?? [])].some(([known]) => known === port);
    if (!hasIt) while ((channels?.allocUnbound(0) ?? port) < port) continue;
  }

  #call(operation: number, domid: number, body: Buffer): Promise<Answer> {
    return this.session.answer({ operation, domid, body });
  }

  #device(fd: number): OpenDevice {
    const known = this.#devices.get(fd);
    if (known !== undefined) return known;
    const told: number[] = [];
    const opened = { ...this.#served.open(0, (port) => told.push(port)), told };
    this.#devices.set(fd, opened);
    return opened;
  }
}

/** What a recorded call returned, as a result that may be a negative errno. */
export const recordedResult = ({ ret, errno }: { ret: number; errno?: number }): number =>
  ret < 0 && errno !== undefined ? -errno : ret;
