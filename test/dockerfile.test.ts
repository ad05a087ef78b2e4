import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Instruction {
  readonly word: string;
  readonly rest: string;
}

const instructions: readonly Instruction[] = readFileSync('Dockerfile', 'utf8')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, ' ')
  .split('\n')
  .filter((line) => line.trim() !== '')
  .map((line) => {
    const [word = '', ...rest] = line.trim().split(/\s+/);
    return { word, rest: rest.join(' ') };
  });

const all = (word: string) =>
  instructions.filter((one) => one.word === word).map(({ rest }) => rest);
const last = (word: string) => all(word).at(-1) ?? '';

/** The stages from first to last, by what they build on. */
const bases = all('FROM').map((from) => from.split(' ')[0] ?? '');

describe('the image', () => {
  it('takes another base for all its stages by one argument', () => {
    expect(instructions[0]).toEqual({ word: 'ARG', rest: expect.stringMatching(/^NODE_IMAGE=/) });
    expect([...new Set(bases)]).toEqual(['${NODE_IMAGE}', 'deps']);
  });

  it('names a version of its base', () => {
    expect(all('ARG')[0]).toMatch(/^NODE_IMAGE=node:\d+-\w+-slim$/);
  });

  it('runs as a user that is not root', () => {
    const lastStage = instructions.slice(instructions.findLastIndex(({ word }) => word === 'FROM'));

    expect(lastStage).toContainEqual({ word: 'USER', rest: '10001:10001' });
  });

  it.each(['ENTRYPOINT', 'CMD'])('has its %s in exec form', (word) => {
    expect(JSON.parse(last(word))).toEqual(expect.any(Array));
  });

  it('checks its health without a shell', () => {
    expect(JSON.parse(last('HEALTHCHECK').replace(/^.* CMD /, ''))).toEqual([
      'node',
      'dist/bundle/fakexen.js',
      'healthcheck',
    ]);
  });

  it('is told to end by SIGTERM', () => {
    expect(last('STOPSIGNAL')).toBe('SIGTERM');
  });

  it('listens on all addresses, which nothing else does unasked', () => {
    expect(last('ENV')).toContain('FAKEXEN_HOST=0.0.0.0');
  });

  it('fetches nothing by URL', () => {
    expect(all('ADD')).toEqual([]);
  });
});
