import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { readRecording } from '../../../src/cli/replay-qemu/recording.js';

it('holds one process after the other, of which those count that call Xen', () => {
  const directory = mkdtempSync(join(tmpdir(), 'recording-'));
  const lines = [
    { call: 'start', argv: ['sh'] },
    { call: 'exit' },
    { call: 'start', argv: ['qemu', '-m', '80'] },
    { call: 'dm_op', op: 'nr_vcpus' },
  ].map((line) => JSON.stringify(line));
  for (const [name, bytes] of [
    ['a.jsonl', lines.join('\n')],
    ['a.jsonl.gz', gzipSync(lines.join('\n'))],
  ] as const) {
    writeFileSync(join(directory, name), bytes);
    expect(readRecording(join(directory, name))).toEqual([
      { argv: ['qemu', '-m', '80'], records: [{ call: 'dm_op', op: 'nr_vcpus' }] },
    ]);
  }
  rmSync(directory, { recursive: true });
});
