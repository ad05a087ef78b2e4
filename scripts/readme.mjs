/**
 * `npm run readme`: write into README.md what is generated there. The answers of its transcript come
 * from a service of its own, the table of hypercalls from their definitions.
 */

import { readFileSync, writeFileSync } from 'node:fs';
import { coverageTable } from '../dist/routes/coverage.js';
import { playTranscript } from './transcript.mjs';

const TABLE = /(<!-- hypercalls: npm run readme -->\n)[^]*?(<!-- end of hypercalls -->)/;

const text = readFileSync('README.md', 'utf8').replace(
  TABLE,
  (_, begin, end) => `${begin}\n${coverageTable()}\n\n${end}`,
);
writeFileSync('README.md', await playTranscript(text));
