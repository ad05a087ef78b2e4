/**
 * Replays a recording through the binary interface alone: what every call returned and left in its buffers is compared,
 * and what the guest's requests looked like in the shared pages.
 *
 * Left out of the comparison is what Xen leaves where a call was interrupted and gone on with: in relocate_memory's
 * struct, and in a multicall's entry the words beside the result.
 */

import type { Domain } from '../../hypervisor/domain.js';
import { dirtyAsRecorded } from './dirty-vram.js';
import { Guest } from './guest.js';
import { guestMoves, type GuestMove } from './guest-order.js';
import { mapPirqAsRecorded } from './map-pirq.js';
import type { RecordedMachine } from './recorded-machine.js';
import { RecordedDeviceModel, recordedResult } from './recorded-device-model.js';
import type {
  BufferedRecord,
  DmOpRecord,
  EvtchnRecord,
  HypercallRecord,
  MapRecord,
  QemuRecord,
  RecordedProcess,
  ResourceRecord,
  SlotRecord,
} from './recording.js';
import {
  answerSlot,
  recordedEntry,
  recordedSlot,
  slotInWords,
  slotOf,
  takeEntry,
} from './shared-slots.js';

/** Xen leaves in its struct where it went on after it was interrupted. */
const LEAVES_CONTINUATION = 'relocate_memory';
/** What the guest has done before that is not recorded. */
const GUEST_BEFORE: Readonly<Record<string, (domain: Domain, record: DmOpRecord) => void>> = {
  track_dirty_vram: dirtyAsRecorded,
  inject_msi: mapPirqAsRecorded,
};
const RESULT = { offset: 8n, from: 16, to: 32 } as const;

export interface BinaryReplay {
  /** Calls and requests that were compared, by kind. */
  readonly compared: Map<string, number>;
  readonly mismatches: string[];
}

export async function replayBinary(
  process: RecordedProcess,
  machine: RecordedMachine,
): Promise<BinaryReplay> {
  const replaying = new Replaying(process.records, machine);
  await replaying.run();
  return replaying;
}

type Play = (replaying: Replaying, record: never) => void | Promise<void>;

const PLAYS: Readonly<Record<string, Play>> = {
  dm_op: (replaying, record: DmOpRecord) => replaying.dmOp(record),
  hypercall: (replaying, record: HypercallRecord) => replaying.hypercall(record),
  mmapbatch_v2: (replaying, record: MapRecord) => replaying.map(record),
  mmap_resource: (replaying, record: ResourceRecord) => replaying.mapResource(record),
  'evtchn.bind_interdomain': (replaying, record: EvtchnRecord) => replaying.evtchn(record),
  'evtchn.unbind': (replaying, record: EvtchnRecord) => replaying.evtchn(record),
  'evtchn.notify': (replaying, record: EvtchnRecord) => replaying.evtchn(record),
  evtchn_read: (replaying, record: EvtchnRecord) => replaying.read(record),
  evtchn_write: (replaying, record: EvtchnRecord) => replaying.unmask(record),
  ioreq: (replaying, record: SlotRecord) => replaying.find(record),
  ioresp: (replaying, record: SlotRecord) => replaying.answer(record),
  bufioreq: (replaying, record: BufferedRecord) => replaying.take(record),
};

class Replaying implements BinaryReplay {
  readonly compared = new Map<string, number>();
  readonly mismatches: string[] = [];
  readonly #records: readonly QemuRecord[];
  readonly #machine: RecordedMachine;
  readonly #guest: Guest;
  readonly #deviceModel: RecordedDeviceModel;
  /** What the guest does, and how much of it it has done. */
  readonly #moves: readonly GuestMove[];
  #moved = 0;
  #at = 0;
  #readAt = 0;

  constructor(records: readonly QemuRecord[], machine: RecordedMachine) {
    const { world } = machine.hosts.default;
    this.#records = records;
    this.#moves = guestMoves(records);
    this.#machine = machine;
    this.#guest = new Guest(machine.domain, world);
    this.#deviceModel = new RecordedDeviceModel(world);
  }

  async run(): Promise<void> {
    for (const [at, record] of this.#records.entries()) {
      this.#at = at;
      await PLAYS[record.call]?.(this, record as never);
    }
    this.#deviceModel.end();
  }

  async dmOp(record: DmOpRecord): Promise<void> {
    if (record.num === 0) return;
    GUEST_BEFORE[record.op]?.(this.#machine.domain, record);
    const { result, buffers } = await this.#deviceModel.dmOp(record);
    this.#expect(record.seq, `dm_op ${record.op}`, result, recordedResult(record));
    if (record.op === LEAVES_CONTINUATION) return;
    for (const [index, { in: before, out = before }] of record.bufs.entries())
      this.#expect(record.seq, `buffer ${index} of ${record.op}`, buffers[index], out);
  }

  async hypercall(record: HypercallRecord): Promise<void> {
    const { returned, written } = await this.#deviceModel.hypercall(record);
    this.#expect(record.seq, `hypercall ${record.hypercall}`, returned, recordedResult(record));
    const [entry] = record.bufs;
    if (record.hypercall !== 'multicall' || entry?.out === undefined) return;
    const result = written.get(BigInt(record.args[0] ?? 0) + RESULT.offset);
    const recorded = entry.out.slice(RESULT.from, RESULT.to);
    this.#expect(record.seq, 'result of the entry', result, recorded);
  }

  async map(record: MapRecord): Promise<void> {
    const recorded = (record.errs ?? [[0, record.num]]).flatMap(([errno, nr]) =>
      Array.from({ length: nr }, () => errno),
    );
    const errors = await this.#deviceModel.map(record);
    this.#expect(record.seq, 'mmapbatch_v2', errors.join(), recorded.join());
  }

  async mapResource(record: ResourceRecord): Promise<void> {
    const result = await this.#deviceModel.mapResource(record);
    this.#expect(record.seq, 'mmap_resource', result, recordedResult(record));
  }

  async evtchn(record: EvtchnRecord): Promise<void> {
    const result = await this.#deviceModel.evtchn(record);
    this.#expect(record.seq, record.call, result, recordedResult(record));
  }

  /** What is found between this event and the next was there before it was sent, or soon after. */
  read(record: EvtchnRecord): void {
    this.#letGuestGoOn();
    for (const port of record.ports ?? [])
      this.#expect(record.seq, 'evtchn_read', this.#deviceModel.read(record, port), true);
  }

  unmask(record: EvtchnRecord): void {
    for (const port of record.ports ?? []) this.#deviceModel.unmask(record, port);
  }

  find(record: SlotRecord): void {
    const { pages } = this.#deviceModel;
    if (pages === undefined) return;
    this.#letGuestGoOn();
    const slot = slotInWords(slotOf(pages, record.vcpu));
    this.#expect(record.seq, `ioreq ${record.type}`, slot, slotInWords(recordedSlot(record)));
    if (record.ptr_bytes === undefined || record.dir === 'read') return;
    const bytes = this.#guest.bytesOf(record);
    this.#expect(record.seq, 'bytes behind the data', bytes, record.ptr_bytes);
  }

  answer(record: SlotRecord): void {
    const { pages } = this.#deviceModel;
    if (pages === undefined) return;
    if (record.ptr_bytes !== undefined && record.dir === 'read')
      this.#machine.domain.ram.write(
        this.#guest.lowestOf(record),
        Buffer.from(record.ptr_bytes, 'hex'),
      );
    answerSlot(pages, record);
  }

  take(record: BufferedRecord): void {
    const { pages } = this.#deviceModel;
    if (pages === undefined) return;
    this.#letGuestGoOn();
    this.#expect(record.seq, 'bufioreq', takeEntry(pages), recordedEntry(record));
  }

  /** Makes the guest's requests up to the next event that the device model reads, as far as its vcpus are free. */
  #letGuestGoOn(): void {
    const next = this.#nextRead();
    for (;;) {
      const move = this.#moves[this.#moved];
      if (move === undefined || move.at >= next || !this.#guest.tryMove(move)) return;
      this.#moved++;
    }
  }

  /** Where the device model reads its events next. */
  #nextRead(): number {
    let at = Math.max(this.#readAt, this.#at + 1);
    while (at < this.#records.length && this.#records[at]?.call !== 'evtchn_read') at++;
    return (this.#readAt = at);
  }

  #expect(seq: number, what: string, got: unknown, recorded: unknown): void {
    this.compared.set(what, (this.compared.get(what) ?? 0) + 1);
    if (got === recorded) return;
    this.mismatches.push(`${seq} ${what}: ${String(got)} instead of ${String(recorded)}`);
  }
}
