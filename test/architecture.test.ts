import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as hypercallTable from '../src/routes/hypercalls/index.js';

const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );

/** Files that only gather what others hold, which those others' tests prove. */
const GATHERERS = ['hypervisor/index.ts', 'routes/index.ts', 'routes/hypercalls/index.ts'];

describe('src/hypervisor', () => {
  it.each(filesUnder('src/hypervisor'))(
    '%s imports nothing from outside the hypervisor',
    (file) => {
      const depth = file.split('/').length - 1;
      const escapes = importsOf(`src/hypervisor/${file}`).filter(
        (path) => !path.startsWith('.') || path.split('../').length - 1 > depth,
      );

      expect(escapes).toEqual([]);
    },
  );
});

describe('src', () => {
  it('has a test for every file, where its name says', () => {
    const lacking = filesUnder('src').filter(
      (file) => !GATHERERS.includes(file) && !existsSync(`test/${file.replace(/ts$/, 'test.ts')}`),
    );

    expect(lacking).toEqual([]);
  });
});

describe('the hypercall table', () => {
  const { hypercalls } = hypercallTable;

  it('holds every file of its folder', () => {
    const files = filesUnder('src/routes/hypercalls').filter((file) => file !== 'index.ts');
    const named = hypercalls.map(({ name }) => `${name.replaceAll('_', '-')}.ts`);

    expect(named.toSorted()).toEqual(files.toSorted());
  });

  it.each(['hvmop', 'dmop'] as const)('gives each %s number once', (era) => {
    const numbers = hypercalls.map((call) => call[era]).filter((number) => number !== undefined);

    expect(numbers).toEqual([...new Set(numbers)]);
  });
});
