import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../console/src/live/entry.js';
import { historyOf } from '../../../../console/src/views/map/page-history.js';

const record = (fields: object) => ({ seq: 1, time: '0x0', domid: 1, at: 0, ...fields }) as Entry;
const retyped = record({ seq: 2, kind: 'p2m_type', gfn: '0x1000', nr: 16, p2mt: 'ioreq_server' });

describe('historyOf', () => {
  it('is what was about the page, alone or among others, the newest first', () => {
    const entries = [
      record({ seq: 1, kind: 'npf', gfn: '0x1003' }),
      retyped,
      record({ seq: 3, kind: 'npf', gfn: '0x1004' }),
      record({ seq: 4, kind: 'npf', gfn: '0x1003', domid: 2 }),
    ];

    expect(historyOf(entries, 1, 0x1003, 8).map(({ seq }) => seq)).toEqual([2, 1]);
    expect(historyOf(entries, 1, 0x1003, 1)).toHaveLength(1);
  });
});
