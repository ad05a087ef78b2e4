import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { playTranscript } from '../scripts/transcript.mjs';
import { coverageTable } from '../src/routes/forms/coverage.js';

const readme = readFileSync('README.md', 'utf8');

it('prints the answers that the service gives to the commands of README.md', async () => {
  expect(await playTranscript(readme)).toBe(readme);
});

it('has the table of hypercalls that their definitions give', () => {
  expect(readme).toContain(`\n${coverageTable()}\n`);
});
