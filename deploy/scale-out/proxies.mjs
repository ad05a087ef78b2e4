/** The proxies of this folder, each started as its configuration says, but for where it and the processes listen. */

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const HERE = import.meta.dirname;

/** By name: its arguments and environment, given its port, those of the processes, and a folder to write to. */
export const PROXIES = {
  haproxy: (port, [a, b, c]) => ({
    args: ['-db', '-f', join(HERE, 'haproxy.cfg')],
    env: { BIND: at(port), FAKEXEN_0: at(a), FAKEXEN_1: at(b), FAKEXEN_2: at(c) },
  }),
  nginx: (port, processes, folder) => ({
    args: ['-e', 'stderr', '-c', withNginxPorts([port, ...processes], folder)],
    env: {},
  }),
};

/**
 * @param {keyof typeof PROXIES} name
 * @param {number} port where it listens
 * @param {readonly number[]} processes their ports
 * @param {string} folder
 */
export async function startProxy(name, port, processes, folder) {
  const { args, env } = PROXIES[name](port, processes, folder);
  const child = spawn(name, args, {
    stdio: ['ignore', 'ignore', 'inherit'],
    env: { ...process.env, ...env },
  });
  await once(child, 'spawn');
  const ended = once(child, 'exit');
  process.once('exit', () => child.kill('SIGTERM'));
  return {
    url: `http://${at(port)}`,
    async stop() {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

const at = (port) => `127.0.0.1:${port}`;

/** Its configuration is a part of a whole one, as Debian's is of conf.d; ports 8080 to 8083 there become these. */
function withNginxPorts(ports, folder) {
  const part = readFileSync(join(HERE, 'nginx.conf'), 'utf8');
  const file = join(folder, 'nginx.conf');
  const served = part.replace(/127\.0\.0\.1:808([0-3])/g, (_, nth) => at(ports[nth]));
  writeFileSync(
    file,
    `daemon off; worker_processes 2; pid ${folder}/nginx.pid; error_log stderr crit;
     events {}
     http { access_log off; client_body_temp_path ${folder}; proxy_temp_path ${folder};\n${served}}`,
  );
  return file;
}
