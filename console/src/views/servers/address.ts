/** Addresses of the three spaces, as people write them and as the wire has them. */

import type { Space } from '../../parts/both-ways.js';

const SBDF = /^(?:([0-9a-f]{1,4}):)?([0-9a-f]{1,2}):([0-9a-f]{1,2})\.([0-7])$/i;
const NUMBER = /^(0x[0-9a-f]{1,16}|[0-9]{1,16})$/i;

/** What the wire wants; undefined: it is no address. */
export function wireOf(space: Space, said: string): string | undefined {
  const text = said.trim();
  const parts = space === 'pci' ? SBDF.exec(text) : null;
  if (parts !== null) {
    const [segment = 0, bus = 0, device = 0, fn = 0] = parts
      .slice(1)
      .map((part: string | undefined) => parseInt(part ?? '0', 16));
    return `0x${(segment * 2 ** 16 + bus * 2 ** 8 + device * 8 + fn).toString(16)}`;
  }
  return NUMBER.test(text) ? text.toLowerCase() : undefined;
}

/** A PCI function as lspci writes it, the rest as they are. */
export function addressInWords(space: Space, wire: string): string {
  if (space !== 'pci') return wire;
  const sbdf = Number(wire);
  const digits = (value: number, width: number) => value.toString(16).padStart(width, '0');
  const [segment, bus] = [Math.floor(sbdf / 2 ** 16), (sbdf >>> 8) & 0xff];
  return `${digits(segment, 4)}:${digits(bus, 2)}:${digits((sbdf >>> 3) & 31, 2)}.${sbdf & 7}`;
}

export const rangeInWords = (space: Space, start: string, end: string): string => {
  const [first, last] = [addressInWords(space, start), addressInWords(space, end)];
  return first === last ? first : `${first} – ${last}`;
};
