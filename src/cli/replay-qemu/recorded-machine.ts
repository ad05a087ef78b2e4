/** The machine that a recording was made on: one domain as libxl built it, running, with its memory in files. */

import { Host } from '../../hypervisor/index.js';
import type { Domain } from '../../hypervisor/domain.js';
import { Hosts } from '../../routes/hosts.js';
import type { ShmDir } from '../../privcmd/shm-dir.js';
import type { RecordedProcess } from './recording.js';

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
    memoryMib: Number(optionOf(process, '-m') ?? DEFAULT_MIB),
    vcpus: vcpusOf(process),
    toolstack: true,
    paused: false,
  });
  return { hosts, host, domain };
}

export function optionOf({ argv }: RecordedProcess, name: string): string | undefined {
  const at = argv.indexOf(name);
  return at < 0 ? undefined : argv[at + 1];
}

const domidOf = (process: RecordedProcess): number => Number(optionOf(process, '-xen-domid') ?? 1);

/** As many as have a request in the recording; QEMU is told by -smp where there are more than one. */
const vcpusOf = ({ records }: RecordedProcess): number =>
  records.reduce(
    (most, record) => Math.max(most, record.call === 'ioreq' ? record.vcpu + 1 : 1),
    1,
  );
