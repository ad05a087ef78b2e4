import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { MappedFrames } from '../../../src/cli/replay-qemu/mapped-frames.js';
import {
  answerSlot,
  recordedEntry,
  recordedSlot,
  slotInWords,
  slotOf,
  takeEntry,
} from '../../../src/cli/replay-qemu/shared-slots.js';
import { recordedRequest, recordedWrite } from '../../support/recorded-request.js';

it('are read and answered in the file that they lie in', () => {
  const directory = mkdtempSync(join(tmpdir(), 'slots-'));
  const path = join(directory, 'file');
  writeFileSync(path, Buffer.alloc(8192));
  const body = Buffer.alloc(8 + Math.ceil(path.length / 8) * 8 + 16);
  body.writeUInt32LE(path.length, 0);
  body.write(path, 8);
  body.writeBigInt64LE(1n, body.length - 8);
  const pages = MappedFrames.of({ result: 0, body });
  const request = recordedRequest({ data: '0x5' });
  const slot = Buffer.alloc(32);
  slot.writeBigUInt64LE(0x60n, 0);
  slot.writeBigUInt64LE(5n, 8);
  slot.writeUInt32LE(1, 16);
  slot.writeUInt32LE(1, 20);
  slot.writeUInt32LE(3, 24);
  slot.writeUInt8(0x21, 30);
  pages.write(1, 0, slot);

  expect(slotOf(pages, 0)).toEqual(recordedSlot(request));
  expect(slotInWords(slotOf(pages, 0))).toMatch(/^addr 60 data 5 count 1/);
  answerSlot(pages, { ...request, data: '0x7' });
  expect(slotOf(pages, 0)).toMatchObject({ data: 7n, state: 3, dir: 1 });
  expect(takeEntry(pages)).toBeUndefined();
  const entry = recordedEntry(recordedWrite());
  pages.write(0, 0, Buffer.from('0000000001000000' + entry, 'hex'));
  expect(takeEntry(pages)).toBe(entry);
  expect(readFileSync(path).readUInt32LE(0)).toBe(1);
  pages.close();
  rmSync(directory, { recursive: true });
});
