import { describe, expect, it } from 'vitest';
import { KIND } from '../../../src/hypervisor/journal/journal-kinds.js';
import { Journal, NOBODY, NOWHERE } from '../../../src/hypervisor/journal/journal.js';
import { VirtualClock } from '../../../src/hypervisor/virtual-clock.js';
import { Scan } from '../../../src/routes/journal/scan.js';

function journalOf(capacity: number, ports: number) {
  const journal = new Journal(new VirtualClock(), capacity);
  const raise = (port: number) => journal.record(KIND.evtchn, 1, NOBODY, NOWHERE, 0, port);
  for (let port = 1; port <= ports; port++) raise(port);
  return { journal, raise };
}

describe('Scan', () => {
  it('finds what fits, of what was there when it began', async () => {
    const { journal, raise } = journalOf(64, 9);
    const scan = new Scan(journal, 3);
    raise(9);
    const port = (port: number) => ({ kind: 'evtchn', fields: { port } }) as const;
    expect((await scan.find(scan.first, port(9)))?.seq).toBe(9);
    expect(await scan.find(10, port(9))).toBeUndefined();
    expect(await scan.find(scan.first, { domid: 2 })).toBeUndefined();
    expect(scan.latest(8, { kind: 'evtchn' }).map(({ seq }) => seq)).toEqual([8, 9]);
    expect(scan.latest(8, { kind: 'crash' }).map(({ seq }) => seq)).toEqual([8, 9]);
  });

  it('gives others a turn, and knows what has gone meanwhile', async () => {
    const { journal, raise } = journalOf(20_000, 20_000);
    const scan = new Scan(journal, 0);
    let turns = 0;
    const others = setInterval(() => {
      turns++;
      for (let n = 0; n < 10; n++) raise(1);
    }, 0);
    expect(await scan.find(1, { fields: { port: 99_999 } })).toBeUndefined();
    clearInterval(others);
    expect(turns).toBeGreaterThan(0);
    expect(scan.dropped).toBe(10 * turns);
  });
});
