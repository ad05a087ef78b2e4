import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { diskImageFor } from '../../../src/cli/replay-qemu/disk-image.js';
import { recordedRequest } from '../../support/recorded-request.js';

it('is the image that holds what was read, or an empty one', () => {
  const directory = mkdtempSync(join(tmpdir(), 'disks-'));
  const file = join(directory, 'a.jsonl');
  const read = recordedRequest({ call: 'ioresp', addr: '0x1f0', ptr_bytes: '0bad' });
  expect(diskImageFor({ argv: [], records: [] }, file)).toHaveLength(2 ** 20);

  writeFileSync(join(directory, 'one.img'), Buffer.from('0000', 'hex'));
  writeFileSync(join(directory, 'two.img.gz'), gzipSync(Buffer.from('000bad', 'hex')));
  expect(diskImageFor({ argv: [], records: [read] }, file).toString('hex')).toBe('000bad');
  rmSync(directory, { recursive: true });
});
