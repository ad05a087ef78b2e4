/** Replays a recording against an unmodified QEMU under the shim: server, domain, shim and QEMU are started for it. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serveShim } from '../../privcmd/privcmd-socket.js';
import { OPERATION, operationName, type Request } from '../../privcmd/protocol.js';
import { ShmDir } from '../../privcmd/shm-dir.js';
import { DMOPS } from '../../routes/forms/xen-ops.js';
import { xenstoreOf } from '../../routes/xenstore/xenstore-of.js';
import { listenAt } from '../../server/unix-socket.js';
import { serveXenstored } from '../../xenstore/xenstored-socket.js';
import { converse } from './conversation.js';
import { diskImageFor } from './disk-image.js';
import { Guest } from './guest.js';
import { machineOf, type RecordedMachine } from './recorded-machine.js';
import type { RecordedProcess } from './recording.js';
import { seedAsRecorded } from './recorded-xenstore.js';
import { Tally } from './tally.js';
import { startQemu, type RunningQemu } from './unmodified-qemu.js';

const START_MS = 20_000;
const END_MS = 5000;
/** Behind the number and the words of a hypercall. */
const PIECES = 6 * 8;

export interface DeviceModel {
  readonly program: string;
  readonly shim: string;
}

/** Throws with what QEMU said if it does not come up. */
export async function replayWith(
  process: RecordedProcess,
  file: string,
  { program, shim }: DeviceModel,
): Promise<Tally> {
  const directory = mkdtempSync(join(tmpdir(), 'fakexen-qemu-'));
  const shm = new ShmDir();
  const machine = machineOf(process, shm);
  const tally = new Tally();
  const privcmdSocket = join(directory, 'privcmd');
  const xenstoredSocket = join(directory, 'xenstored');
  const { world } = machine.hosts.default;
  const store = xenstoreOf(world);
  const observer = {
    complain: (why: string) => globalThis.process.stderr.write(`privcmd: ${why}\n`),
    observe(request: Request) {
      if (!isContinued(request)) tally.count(tally.calls, callOf(request));
    },
  };
  const servers = [
    await listenAt(privcmdSocket, 'privcmd', (socket) => {
      serveShim(socket, machine.hosts, observer);
    }),
    await listenAt(xenstoredSocket, 'xenstored', (socket) => {
      serveXenstored(socket, { store, endings: world.endings });
    }),
  ];
  seedAsRecorded(store, process, directory);
  const disk = diskImageFor(process, file);
  const place = { program, shim, directory, privcmdSocket, xenstoredSocket, disk };
  const qemu = startQemu(process, place);
  try {
    await isRunning(machine, qemu, directory);
    await converse(process.records, new Guest(machine.domain, world), tally);
  } finally {
    await end(qemu);
    for (const server of servers) server.close();
    machine.host.destroyDomain(machine.domain.domid);
    shm.remove();
    rmSync(directory, { recursive: true, force: true });
  }
  return tally;
}

/** It says so in the store once its main loop runs. */
async function isRunning(
  { hosts, domain }: RecordedMachine,
  { exited }: RunningQemu,
  directory: string,
): Promise<void> {
  const store = xenstoreOf(hosts.default.world);
  const path = `/local/domain/0/device-model/${domain.domid}/state`;
  const isSo = () => Buffer.from(store.get(path)?.value ?? []).toString() === 'running';
  const said = await new Promise<string | undefined>((resolve) => {
    const watcher = { path, hear: () => isSo() && resolve(undefined) };
    store.watch(watcher);
    setTimeout(() => resolve('it is not running after 20 s'), START_MS).unref();
    void exited.then((status) => resolve(`it ended with ${status}`));
  });
  if (said === undefined) return;
  const log = readFileSync(join(directory, 'qemu.log'), 'utf8');
  throw new Error(`the device model: ${said}\n${log}`);
}

async function end({ process, exited }: RunningQemu): Promise<void> {
  process.kill('SIGTERM');
  const late = setTimeout(() => process.kill('SIGKILL'), END_MS);
  await exited;
  clearTimeout(late);
}

/** A hypercall that comes again with memory that it was asked for. */
const isContinued = ({ operation, body }: Request): boolean =>
  operation === OPERATION.hypercall && body.readUInt32LE(PIECES) > 0;

function callOf({ operation, body }: Request): string {
  if (operation !== OPERATION.dm_op) return operationName(operation);
  const op = body.readUInt32LE(8);
  return `dm_op ${DMOPS[op - 1] ?? op}`;
}
