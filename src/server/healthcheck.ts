/** For a container's HEALTHCHECK: status 0 if the service that this configuration describes is ready, else 1. */

import { readConfig } from './config.js';

/** Addresses that a service listens on but nobody can call. */
const CALLED_AS: Record<string, string> = { '0.0.0.0': '127.0.0.1', '::': '[::1]' };

const config = readConfig(process.argv.slice(2), process.env);
if (config !== 'help') {
  const { host, port } = config;
  const url = `http://${CALLED_AS[host] ?? host}:${String(port)}/readyz`;
  const ready = await fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );
  process.exitCode = ready ? 0 : 1;
}
