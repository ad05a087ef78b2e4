/**
 * `npm run readme`: write into README.md what is generated there. The answers of its transcript come
 * from a service of its own, the table of hypercalls from their definitions, that of settings from theirs.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { coverageTable } from '../dist/routes/forms/coverage.js';
import { settingsTable } from '../dist/server/settings-table.js';
import { playTranscript } from './transcript.mjs';

const TABLES = { hypercalls: coverageTable, settings: settingsTable };

let text = readFileSync('README.md', 'utf8');
for (const [name, table] of Object.entries(TABLES)) {
  const between = new RegExp(`(<!-- ${name}: npm run readme -->\n)[^]*?(<!-- end of ${name} -->)`);
  text = text.replace(between, (_, begin, end) => `${begin}\n${table()}\n\n${end}`);
}
writeFileSync('README.md', await playTranscript(text));
