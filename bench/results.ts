/** `bench/RESULTS.md`: what was measured last, on which machine, and when. */

import { writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { format } from 'prettier';
import type { Row } from './row.js';
import { headingOf, lineOf } from './table.js';

const FILE = 'bench/RESULTS.md';

export async function writeResults(rows: readonly Row[]): Promise<void> {
  const machine = [
    cpus()[0]?.model.trim() ?? 'an unknown processor',
    `${availableParallelism()} processors`,
    `${Math.round(totalmem() / 2 ** 30)} GiB`,
    `Node ${process.version}`,
    `V8 ${process.versions.v8}`,
  ].join(', ');
  const text = [
    '# What `npm run bench` has measured',
    `${new Date().toISOString().slice(0, 10)}: ${machine}.`,
    'Medians. A row is judged by its ratio to a reference of the same run, or by its value, as its target says; ' +
      'native figures are scaled as `bench/native/reference.ts` tells.',
    [headingOf(), ...rows.map(lineOf)].join('\n'),
  ];
  writeFileSync(FILE, await format(text.join('\n\n'), { parser: 'markdown' }));
}
