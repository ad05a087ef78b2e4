/** The process: reads its configuration, seeds the default host, listens, and says on stdout where. */

import type { AddressInfo } from 'node:net';
import { Host } from '../hypervisor/index.js';
import { buildApp } from './app.js';
import { ConfigError, USAGE, readConfig, type Config } from './config.js';
import { buildLogger } from './logging.js';
import { endOnSignal } from './shutdown.js';

async function serve({ host: address, port, logLevel, seed }: Config): Promise<void> {
  const app = await buildApp({ host: new Host(), logger: buildLogger(logLevel) });
  if (seed !== undefined) {
    const { seedFrom } = await import('./seed.js');
    await seedFrom(seed, app);
  }
  await app.listen({ host: address, port, listenTextResolver: () => 'listening' });
  endOnSignal(app);
  process.stdout.write(
    `${JSON.stringify({ event: 'ready', url: urlOf(app.server.address() as AddressInfo) })}\n`,
  );
}

const urlOf = ({ address, family, port }: AddressInfo) =>
  `http://${family === 'IPv6' ? `[${address}]` : address}:${String(port)}`;

try {
  const config = readConfig(process.argv.slice(2), process.env);
  if (config === 'help') process.stdout.write(`${USAGE}\n`);
  else await serve(config);
} catch (error) {
  process.stderr.write(`fakexen: ${(error as Error).message}\n`);
  process.exit(error instanceof ConfigError ? 2 : 1);
}
