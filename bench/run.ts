/**
 * `npm run bench [-- --json] [-- --only NAME,…] [-- --write]`: measure, and print each row as it is
 * there. 1 if a promise does not hold.
 */

import { parseArgs } from 'node:util';
import { GROUPS } from './groups.js';
import { writeResults } from './results.js';
import { isMet, type Row } from './row.js';
import { headingOf, lineOf } from './table.js';

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    only: { type: 'string' },
    write: { type: 'boolean', default: false },
  },
});

const wanted = values.only?.split(',');
const isWanted = (name: string) => wanted === undefined || wanted.includes(name);

const known = new Set(GROUPS.flatMap(({ rows }) => rows));
const unknown = wanted?.find((name) => !known.has(name));
if (unknown !== undefined) {
  process.stderr.write(`there is no row ${unknown}: there are ${[...known].join(', ')}\n`);
  process.exit(2);
}

const rows: Row[] = [];
if (!values.json) process.stdout.write(`${headingOf()}\n`);
for (const group of GROUPS) {
  if (!group.rows.some(isWanted)) continue;
  for await (const row of group.run()) {
    if (!isWanted(row.name)) continue;
    rows.push(row);
    process.stdout.write(`${values.json ? JSON.stringify(row) : lineOf(row)}\n`);
  }
}
if (values.write) await writeResults(rows);
process.exitCode = rows.every(isMet) ? 0 : 1;
