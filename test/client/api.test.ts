import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';

const FILE = 'src/client/api.ts';

it(`${FILE} is what openapi/openapi.json says (npm run client:types)`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'client-types-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const fresh = join(folder, 'api.ts');

  const { stderr } = spawnSync(process.execPath, ['scripts/client-types.mjs', fresh], {
    encoding: 'utf8',
  });

  expect(stderr).toBe('');
  const isFresh = readFileSync(fresh, 'utf8') === readFileSync(FILE, 'utf8');
  expect(isFresh, `${FILE} is behind openapi/openapi.json`).toBe(true);
});
