import { describe, expect, it } from 'vitest';
import { overlapsOf, type Server } from '../../../../console/src/views/servers/overlaps.js';

const server = (id: number, enabled: boolean, ...memory: { start: string; end: string }[]) =>
  ({ id, enabled, ranges: { memory, port: [], pci: [] } }) as unknown as Server;

const WIDE = { start: '0x1000', end: '0x1fff' };
const INSIDE = { start: '0x1800', end: '0x18ff' };

describe('overlapsOf', () => {
  it('cuts what is shared, and names who is asked first', () => {
    const [high, low] = [server(1, true, INSIDE), server(0, true, WIDE)];

    expect(overlapsOf([high, low], low, 'memory', WIDE)).toEqual([
      { ...INSIDE, other: 1, wins: 1 },
    ]);
    expect(overlapsOf([high, low], high, 'memory', INSIDE)).toEqual([
      { ...INSIDE, other: 0, wins: 1 },
    ]);
  });

  it('passes over one that is disabled', () => {
    const [high, low] = [server(1, false, INSIDE), server(0, true, WIDE)];

    expect(overlapsOf([high, low], low, 'memory', WIDE)[0]?.wins).toBe(0);
  });

  it('finds none among neighbours, nor in another space', () => {
    const [high, low] = [
      server(1, true, { start: '0x2000', end: '0x2fff' }),
      server(0, true, WIDE),
    ];

    expect(overlapsOf([high, low], low, 'memory', WIDE)).toEqual([]);
    expect(overlapsOf([high, low], low, 'port', WIDE)).toEqual([]);
  });
});
