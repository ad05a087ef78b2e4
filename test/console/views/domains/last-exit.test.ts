import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../console/src/live/entry.js';
import { lastExit } from '../../../../console/src/views/domains/last-exit.js';

const entry = (kind: string, domid: number, seq: number) => ({ kind, domid, seq }) as Entry;

describe('lastExit', () => {
  it('is the latest of the domain, whatever came after it', () => {
    const entries = [
      entry('vmexit', 1, 1),
      entry('vmexit', 1, 2),
      entry('vmexit', 2, 3),
      entry('vmentry', 1, 4),
    ];

    expect(lastExit(entries, 1)?.seq).toBe(2);
    expect(lastExit(entries, 3)).toBeUndefined();
  });
});
