import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { readRecording, scenariosOf, type Step } from '../../../src/cli/replay-ept/recording.js';

const STEPS: Step[] = [
  { scenario: '1a', step: 0, op: 'setup', args: {}, rc: 0 },
  { scenario: '1b', step: 0, op: 'setup', args: {}, rc: 0 },
  { scenario: '1a', step: 1, op: 'nop', args: {}, rc: 0 },
];
const LINES = `${STEPS.map((step) => JSON.stringify(step)).join('\n')}\n\n`;

function fileOf(content: string | Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'recording-'));
  onTestFinished(() => {
    rmSync(folder, { recursive: true });
  });
  const file = join(folder, 'recording.jsonl');
  writeFileSync(file, content);
  return file;
}

describe('readRecording', () => {
  it.each([
    ['plain', LINES],
    ['gzip', gzipSync(LINES)],
  ])('reads a step a line, %s', (_, content) => {
    expect(readRecording(fileOf(content))).toEqual(STEPS);
  });

  it('reads nothing from an empty file', () => {
    expect(readRecording(fileOf(''))).toEqual([]);
  });
});

describe('scenariosOf', () => {
  it('are the steps of each, in the order of the file', () => {
    expect(scenariosOf(STEPS)).toEqual([[STEPS[0], STEPS[2]], [STEPS[1]]]);
  });
});
