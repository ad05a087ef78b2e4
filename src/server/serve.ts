/** The service, from its settings on: seeds the default host, listens, and says on stdout where. */

import type { FastifyInstance } from 'fastify';
import { Host } from '../hypervisor/index.js';
import { ShmDir } from '../privcmd/shm-dir.js';
import { buildApp } from './app.js';
import { openDeviceModelSockets } from './device-model-sockets.js';
import { keepTick } from './keep-tick.js';
import { listen, refuseUnguarded } from './listening.js';
import { buildLogger } from './logging.js';
import type { Settings } from './settings.js';
import { endOnSignal } from './shutdown.js';
import { keyPairOf, renewOnHangup } from './tls.js';
import { tokenOf } from './token-of.js';

/** Throws ConfigError for settings that do not go together. */
export async function serve(settings: Settings): Promise<void> {
  keepTick();
  const { backedPages, logLevel, seed } = settings;
  const [token, keyPair] = await Promise.all([tokenOf(settings), keyPairOf(settings)]);
  refuseUnguarded(settings, token);

  const shm = new ShmDir(settings.shmDir);
  const app = await buildApp({
    host: new Host({ backedPages, pageStorage: (domid) => shm.storageFor(domid) }),
    logger: buildLogger(logLevel),
    limits: settings,
    connections: settings,
    token,
    keyPair,
  });
  await openDeviceModelSockets(app, settings);
  const keeper = await keeperFor(app, settings);
  if (seed !== undefined) {
    const { seedFrom } = await import('./seed.js');
    await seedFrom(seed, app);
  }
  await keeper?.begin();
  endOnSignal(app);
  const url = await listen(app, settings);
  if (keyPair !== undefined) renewOnHangup(app, settings);
  process.stdout.write(`${JSON.stringify({ event: 'ready', url })}\n`);
}

/** Nothing of it is loaded where nothing is kept. */
async function keeperFor(app: FastifyInstance, settings: Settings) {
  if (settings.stateFile === undefined && settings.stateDir === undefined) return undefined;
  const { StateKeeper } = await import('./state/state-keeper.js');
  return new StateKeeper(app, settings);
}
