/** Reads a bill of materials (CycloneDX) from stdin; ends with status 1 unless it names what the service depends on. */

import { readFileSync } from 'node:fs';

const { bomFormat, components } = JSON.parse(readFileSync(0, 'utf8'));
const { dependencies } = JSON.parse(readFileSync('package.json', 'utf8'));

const named = new Set(components.map(({ 'bom-ref': reference }) => reference));
const wanted = Object.entries(dependencies).map(([name, version]) => `${name}@${version}`);
const lacking = wanted.filter((reference) => !named.has(reference));

console.log(`container: its bill of materials (${bomFormat}) names ${String(named.size)} packages`);
if (lacking.length > 0) {
  console.error(`container: the bill of materials lacks ${lacking.join(', ')}`);
  process.exitCode = 1;
}
