/**
 * A recording of device models on a real Xen: one JSON object a line, in the order in which things happened. It may hold
 * one process after the other.
 */

import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';

/** A request as it was found in the shared page, or that slot when its answer was there. */
export interface SlotRecord {
  readonly call: 'ioreq' | 'ioresp';
  readonly seq: number;
  readonly vcpu: number;
  readonly port: number;
  readonly type: 'pio' | 'copy' | 'pci_config' | 'timeoffset' | 'invalidate';
  readonly typenr: number;
  readonly dir: 'read' | 'write';
  readonly addr: string;
  readonly size: number;
  readonly count: number;
  readonly df: number;
  readonly data_is_ptr: number;
  readonly data: string;
  readonly vp_eport: number;
  /** What lies in the guest's memory behind `data`. */
  readonly ptr_bytes?: string;
}

/** An entry of the buffered ring. */
export interface BufferedRecord {
  readonly call: 'bufioreq';
  readonly seq: number;
  readonly type: 'copy' | 'pio';
  readonly dir: 'read' | 'write';
  readonly sizelog: number;
  readonly addr: string;
  readonly data: string;
}

interface BufferOfCall {
  readonly name?: string;
  readonly size: number;
  readonly in?: string;
  readonly out?: string;
}

export interface DmOpRecord {
  readonly call: 'dm_op';
  readonly seq: number;
  readonly op: string;
  readonly dom: number;
  readonly num: number;
  readonly ret: number;
  readonly errno?: number;
  readonly bufs: readonly BufferOfCall[];
}

export interface HypercallRecord {
  readonly call: 'hypercall';
  readonly seq: number;
  readonly hypercall: string;
  readonly op_nr: number;
  readonly args: readonly string[];
  readonly ret: number;
  readonly errno?: number;
  readonly bufs: readonly BufferOfCall[];
  readonly calls?: readonly { readonly extents?: { readonly rle?: readonly [number, number][] } }[];
}

export interface MapRecord {
  readonly call: 'mmapbatch_v2';
  readonly seq: number;
  readonly dom: number;
  readonly num: number;
  readonly gfns: readonly (readonly [first: number, nr: number])[];
  readonly errs?: readonly (readonly [errno: number, nr: number])[];
  readonly ret: number;
}

export interface ResourceRecord {
  readonly call: 'mmap_resource';
  readonly seq: number;
  readonly dom: number;
  readonly type: number;
  readonly id: number;
  readonly idx: number;
  readonly num: number;
  readonly ret: number;
}

export interface EvtchnRecord {
  readonly call:
    'evtchn.bind_interdomain' | 'evtchn.unbind' | 'evtchn.notify' | 'evtchn_read' | 'evtchn_write';
  readonly seq: number;
  readonly fd: number;
  readonly ret: number;
  readonly in?: string;
  readonly ports?: readonly number[];
}

interface StartRecord {
  readonly call: 'start';
  readonly seq: number;
  readonly argv: readonly string[];
}

export interface XenstoreRecord {
  readonly call: 'xs';
  readonly seq: number;
  readonly dir: 'request' | 'reply';
  readonly type: string;
  readonly path?: string;
  readonly value?: string;
  readonly for?: string;
}

/** What is not looked at. */
interface OtherRecord {
  readonly call: 'open' | 'close' | 'exit' | 'mmap' | 'munmap' | 'fcntl' | 'connect';
  readonly seq: number;
}

export type QemuRecord =
  | SlotRecord
  | BufferedRecord
  | DmOpRecord
  | HypercallRecord
  | MapRecord
  | ResourceRecord
  | EvtchnRecord
  | XenstoreRecord
  | StartRecord
  | OtherRecord;

/** One device model, from its start on. */
export interface RecordedProcess {
  readonly argv: readonly string[];
  readonly records: readonly QemuRecord[];
}

export function readRecording(file: string): RecordedProcess[] {
  const bytes = readFileSync(file);
  const text = (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8');
  const processes: { argv: readonly string[]; records: QemuRecord[] }[] = [];
  for (const line of text.split('\n')) {
    if (line === '') continue;
    const record = JSON.parse(line) as QemuRecord;
    if (record.call === 'start') processes.push({ argv: record.argv, records: [] });
    else processes.at(-1)?.records.push(record);
  }
  return processes.filter(({ records }) => records.some(({ call }) => call === 'dm_op'));
}
