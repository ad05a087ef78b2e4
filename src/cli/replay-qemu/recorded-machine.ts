/** The machine that a recording was made on: one domain as libxl built it, running, with its memory in files. */

import { Host } from '../../hypervisor/index.js';
import type { Domain } from '../../hypervisor/domain.js';
import { Hosts } from '../../routes/hosts/hosts.js';
import type { ShmDir } from '../../privcmd/shm-dir.js';
import type { DomainSpec } from '../../hypervisor/domain-spec.js';
import { toolstackLayout } from '../../hypervisor/memory/toolstack-layout.js';
import { Rangeset } from '../../hypervisor/rangeset.js';
import type { MapRecord, RecordedProcess } from './recording.js';

const DEFAULT_MIB = 128;

export interface RecordedMachine {
  readonly hosts: Hosts;
  readonly host: Host;
  readonly domain: Domain;
}

export function machineOf(process: RecordedProcess, shm: ShmDir): RecordedMachine {
  const host = new Host({ pageStorage: (domid) => shm.storageFor(domid) });
  const hosts = new Hosts(host);
  const domain = host.createDomain({
    domid: domidOf(process),
    name: optionOf(process, '-name'),
    vcpus: vcpusOf(process),
    toolstack: true,
    paused: false,
    ...memoryOf(process),
  });
  return { hosts, host, domain };
}

/** Whether it took over a domain that had been saved elsewhere. */
export const isIncoming = ({ argv }: RecordedProcess): boolean => argv.includes('-incoming');

export function optionOf({ argv }: RecordedProcess, name: string): string | undefined {
  const at = argv.indexOf(name);
  return at < 0 ? undefined : argv[at + 1];
}

const domidOf = (process: RecordedProcess): number => Number(optionOf(process, '-xen-domid') ?? 1);

/** As many as QEMU was told, or as have a request in the recording. */
function vcpusOf(process: RecordedProcess): number {
  const told = Number.parseInt(optionOf(process, '-smp') ?? '1', 10);
  return process.records.reduce(
    (most, record) => Math.max(most, record.call === 'ioreq' ? record.vcpu + 1 : 1),
    Number.isNaN(told) ? 1 : told,
  );
}

/** A saved domain has beside its RAM what its former device model populated: what the new one can map of it. */
function memoryOf(process: RecordedProcess): Pick<DomainSpec, 'memoryMib' | 'memory'> {
  const memoryMib = Number(optionOf(process, '-m') ?? DEFAULT_MIB);
  if (!isIncoming(process)) return { memoryMib };
  const { extents } = toolstackLayout({ memoryMib });
  const ram = extents.slice(0, -1);
  const known = new Rangeset();
  for (const { firstGfn, nr } of extents) known.add(firstGfn, firstGfn + nr - 1);
  const restored = new Rangeset();
  for (const record of process.records)
    if (record.call === 'mmapbatch_v2')
      for (const gfn of mappedBy(record)) if (!known.contains(gfn, gfn)) restored.add(gfn, gfn);
  const more = [...restored].map(([first, last]) => ({ firstGfn: first, nr: last - first + 1 }));
  return { memory: [...ram, ...more] };
}

function mappedBy({ gfns, errs }: MapRecord): number[] {
  const errors = (errs ?? []).flatMap(([errno, nr]) => Array.from({ length: nr }, () => errno));
  return gfns
    .flatMap(([first, nr]) => Array.from({ length: nr }, (_, at) => first + at))
    .filter((_, index) => (errors[index] ?? 0) === 0);
}
