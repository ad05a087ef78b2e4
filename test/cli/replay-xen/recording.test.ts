import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { isGuestStep, readRecording } from '../../../src/cli/replay-xen/recording.js';
import { guestStep } from '../../support/replay.js';

const META = { scenario: 'meta', step: 0, op: 'xen_version', out: { version: '4.17.7' } };
const CREATE = { scenario: 'a', step: 0, op: 'create_ioreq_server' };
const STEPS = [META, CREATE, { ...CREATE, scenario: 'b' }, { ...CREATE, step: 1.5 }];

function fileOf(steps: readonly object[], pack = (text: string): string | Buffer => text) {
  const folder = mkdtempSync(join(tmpdir(), 'recording-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'xen.jsonl');
  writeFileSync(file, pack(`${steps.map((step) => JSON.stringify(step)).join('\n')}\n\n`));
  return file;
}

describe('readRecording', () => {
  it.each([
    ['plain', (text: string) => text],
    ['gzip', gzipSync],
  ])('reads %s lines into scenarios', (_, pack) => {
    const { version, scenarios } = readRecording(fileOf(STEPS, pack));

    expect(version).toBe('4.17');
    expect([...scenarios.keys()]).toEqual(['a', 'b']);
    expect(scenarios.get('a')?.map(({ step }) => step)).toEqual([0, 1.5]);
  });

  it('refuses a file that does not say which Xen it is of', () => {
    expect(() => readRecording(fileOf([CREATE]))).toThrow('which Xen');
  });
});

it('knows the steps of the guest', () => {
  expect([CREATE, guestStep(), guestStep({ op: 'guest_continue' })].map(isGuestStep)).toEqual([
    false,
    true,
    true,
  ]);
});
