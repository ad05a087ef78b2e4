import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import * as hypercallTable from '../src/routes/hypercalls/index.js';
import { INTERFACES, type InterfaceName } from '../src/routes/definition/interfaces.js';

const filesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'));

const importsOf = (file: string) =>
  [...readFileSync(file, 'utf8').matchAll(/(?:[\s}]from|\bimport) ?\(?'([^']+)'/g)].map(
    (match) => match[1] ?? '',
  );

/** Files that only gather what others hold, which those others' tests prove. */
const GATHERERS = [
  'hypervisor/index.ts',
  'routes/index.ts',
  'routes/hypercalls/index.ts',
  'client/index.ts',
];

const INTERFACE_NAMES = Object.keys(INTERFACES) as InterfaceName[];

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

/** Types are proved by the compiler, and a program that exports nothing by those who run it. */
const doesSomething = (file: string) =>
  /^export (async )?(const|class|function)/m.test(readFileSync(file, 'utf8'));

describe('src', () => {
  it('has a test for every file that does something, where its name says', () => {
    const lacking = filesUnder('src').filter(
      (file) =>
        doesSomething(`src/${file}`) &&
        !GATHERERS.includes(file) &&
        !existsSync(`test/${file.replace(/ts$/, 'test.ts')}`),
    );

    expect(lacking).toEqual([]);
  });
});

describe('the hypercall table', () => {
  const { hypercalls } = hypercallTable;

  it('holds every file of its folder', () => {
    const files = filesUnder('src/routes/hypercalls').filter((file) => file !== 'index.ts');
    const named = hypercalls.map(({ name, memory, domctl, evtchn }) => {
      const folders = Object.entries({ memory, domctl, evtchn }).filter(([, form]) => form);
      return [...folders.map(([folder]) => folder), `${name.replaceAll('_', '-')}.ts`].join('/');
    });

    expect(named.toSorted()).toEqual(files.toSorted());
  });

  it.each(INTERFACE_NAMES)('gives each %s number once', (via) => {
    const numbers = hypercalls.flatMap((call) => call[via]?.number ?? []);

    expect(numbers).toEqual([...new Set(numbers)]);
  });
});
