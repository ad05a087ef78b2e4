/** A machine whose domains keep their memory in files, and who calls on it through the binary interface. */

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Host, type DomainSpec } from '../../src/hypervisor/index.js';
import { CallerMemory } from '../../src/privcmd/caller-memory.js';
import { prepare } from '../../src/privcmd/hypercalls/hypercall.js';
import { ShmDir } from '../../src/privcmd/shm-dir.js';
import { Hosts } from '../../src/routes/hosts/hosts.js';

export function sharingMachine(spec: DomainSpec = {}) {
  const directory = mkdtempSync(join(tmpdir(), 'shm-'));
  const shm = new ShmDir(directory);
  const host = new Host({ pageStorage: (domid) => shm.storageFor(domid) });
  const hosts = new Hosts(host);
  const domain = host.createDomain({ memoryMib: 8, toolstack: true, paused: false, ...spec });
  const { world } = hosts.default;
  const end = () => {
    for (const { domid } of host.domains) host.destroyDomain(domid);
    shm.remove();
    rmSync(directory, { recursive: true, force: true });
  };
  return { host, hosts, world, domain, directory, end };
}

/** Memory of a caller: bytes at an address. */
export function callerMemory(pieces: Readonly<Record<number, string | undefined>>): CallerMemory {
  const parts = Object.entries(pieces).map(([address, hex]) => {
    const bytes = Buffer.from(hex ?? '', 'hex');
    const piece = Buffer.alloc(16 + Math.ceil(bytes.length / 8) * 8);
    piece.writeBigUInt64LE(BigInt(address), 0);
    piece.writeUInt32LE(hex === undefined ? 8 : bytes.length, 8);
    piece.writeUInt32LE(hex === undefined ? 1 : 0, 12);
    piece.set(bytes, 16);
    return piece;
  });
  const count = Buffer.alloc(8);
  count.writeUInt32LE(parts.length, 0);
  return new CallerMemory(Buffer.concat([count, ...parts]));
}

/** What a hypercall of dom0 returns, and what it has written, in hexadecimal by address. */
export async function hypercall(
  host: Host,
  number: number,
  args: readonly (number | bigint)[],
  pieces: Readonly<Record<number, string | undefined>> = {},
) {
  const memory = callerMemory(pieces);
  const returned = await prepare({ host, caller: 0 }, number, args.map(BigInt), memory)();
  return { returned, written: writtenBy(memory) };
}

export function writtenBy(memory: CallerMemory): Record<string, string> {
  const bytes = memory.written();
  const written: Record<string, string> = {};
  let at = 8;
  for (let n = 0; n < bytes.readUInt32LE(0); n++) {
    const length = bytes.readUInt32LE(at + 8);
    written[Number(bytes.readBigUInt64LE(at))] = bytes.toString('hex', at + 16, at + 16 + length);
    at += 16 + Math.ceil(length / 8) * 8;
  }
  return written;
}

/** Little-endian words in hexadecimal: `[bytes, value]`. */
export const words = (...all: readonly (readonly [bytes: 1 | 2 | 4 | 8, value: number])[]) =>
  all
    .map(([bytes, value]) => {
      const word = Buffer.alloc(8);
      word.writeBigUInt64LE(BigInt(value));
      return word.toString('hex', 0, bytes);
    })
    .join('');
