/**
 * What the device model of a recording found in xenstore beyond what every toolstack writes: its disks and their like,
 * as far as it has read them before it wrote them.
 */

import { join } from 'node:path';
import type { Xenstore } from '../../xenstore/xenstore.js';
import type { RecordedProcess } from './recording.js';

const IMAGES = /\/images\//g;

export function seedAsRecorded(store: Xenstore, { records }: RecordedProcess, directory: string) {
  const isWritten = new Set<string>();
  for (const record of records) {
    if (record.call !== 'xs' || record.path === undefined) continue;
    const path = absolute(record.path);
    if (record.dir === 'request' && (record.type === 'WRITE' || record.type === 'RM'))
      isWritten.add(path);
    if (record.dir !== 'reply' || record.type !== 'READ' || record.value === undefined) continue;
    if (isWritten.has(path) || store.get(path)?.value.length) continue;
    store.write(path, record.value.replace(IMAGES, `${join(directory, 'images')}/`));
    isWritten.add(path);
  }
}

const absolute = (path: string): string =>
  path.startsWith('/') ? path : `/local/domain/0/${path}`;
