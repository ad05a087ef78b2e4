import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';

const ASSETS = 'dist/console/assets';
const MOST_SCRIPT = 40_000;

describe('the console', () => {
  it(`is at most ${MOST_SCRIPT} bytes of script, gzipped`, () => {
    const scripts = readdirSync(ASSETS).filter((name) => name.endsWith('.js'));
    const weights = scripts.map((name) => gzipSync(readFileSync(`${ASSETS}/${name}`)).length);

    expect(weights.length).toBeGreaterThan(0);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBeLessThanOrEqual(MOST_SCRIPT);
  });
});
