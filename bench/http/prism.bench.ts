/** One hypercall a request, beside a static mock of the same OpenAPI document (Prism). */

import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { ratioRow, type Group } from '../row.js';
import { createDomain, requestsPerSecond, type Target } from './load.js';
import { serveFakeXen, servePrism } from './process.js';
import { CALL } from './single-call.bench.js';

const FOLDER = fileURLToPath(new URL('../../../../bench', import.meta.url));

export const besidePrism: Group = { rows: ['http-vs-prism'], run: rows };

async function* rows() {
  install();
  const service = await serveFakeXen();
  const prism = await servePrism(FOLDER);
  try {
    await createDomain(service.url);
    const targets = [service, prism].map(({ url }): Target => ({ url, ...CALL }));
    const [calls = 0, mocked = 0] = await requestsPerSecond(...targets);
    yield ratioRow(
      { name: 'http-vs-prism', unit: 'requests/s', op: '>=', target: 15 },
      calls,
      mocked,
    );
  } finally {
    await service.end();
    await prism.end();
  }
}

/** It is of no use to anybody but this row, and large: so it has a package of its own. */
function install(): void {
  if (existsSync(`${FOLDER}/node_modules`)) return;
  const { status } = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund'], {
    cwd: FOLDER,
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (status !== 0) throw new Error('Prism could not be installed');
}
