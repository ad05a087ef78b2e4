/** A host in a file: its snapshot in bytes, and with it what it was made with. */

import { readBinary } from '../../routes/snapshot/binary-form.js';
import { inTurns, takeSnapshot } from '../../routes/snapshot/take-snapshot.js';
import { restored } from '../../routes/snapshot/world-document.js';
import type { HostOptions, Restored, Seed, ServedHost } from '../../routes/world/served-host.js';
import type { HostSettings } from '../../hypervisor/index.js';
import type { Limits } from '../../routes/world/limits.js';
import { contentsOf, writeAtomically } from './atomic-file.js';

export interface KeptHost {
  readonly world: Restored;
  readonly options: HostOptions;
}

export async function saveHost(served: ServedHost, file: string): Promise<void> {
  const { seed, ttlMs, limits } = served;
  const kept = { seed, ttlMs, maxDomains: limits.maxDomains };
  await writeAtomically(file, inTurns(await takeSnapshot(served, true, kept)));
}

/** Undefined: there is no such file. Throws a problem for one that holds no host. */
export async function loadHost(
  file: string,
  settings: HostSettings,
  limits: Limits,
): Promise<KeptHost | undefined> {
  const bytes = await contentsOf(file);
  if (bytes === undefined) return undefined;
  const { document, form } = readBinary(bytes);
  const world = await restored(document, form, settings);
  const { seed, ttlMs, maxDomains = limits.maxDomains } = keptIn(document);
  return { world, options: { seed, ttlMs, limits: { ...limits, maxDomains } } };
}

interface Kept {
  readonly seed?: Seed;
  readonly ttlMs?: number;
  readonly maxDomains?: number;
}

const keptIn = (document: unknown): Kept => (document as { readonly kept?: Kept }).kept ?? {};
