import { describe, expect, it } from 'vitest';
import {
  addressInWords,
  rangeInWords,
  wireOf,
} from '../../../../console/src/views/servers/address.js';

describe('wireOf', () => {
  it.each([
    ['memory', ' 0xF0000000 ', '0xf0000000'],
    ['port', '1016', '1016'],
    ['pci', '00:02.0', '0x10'],
    ['pci', '0000:1f:1d.7', '0x1fef'],
    ['pci', '0001:00:02.0', '0x10010'],
    ['pci', '0x10', '0x10'],
  ] as const)('takes %s %s for %s', (space, said, wire) => {
    expect(wireOf(space, said)).toBe(wire);
  });

  it.each([
    ['memory', '00:02.0'],
    ['port', 'com1'],
    ['pci', '00:02.8'],
    ['memory', ''],
  ] as const)('takes %s %s for no address', (space, said) => {
    expect(wireOf(space, said)).toBeUndefined();
  });
});

describe('addressInWords and rangeInWords', () => {
  it('write PCI functions as lspci does, and one of anything once', () => {
    expect(addressInWords('pci', '0x1fef')).toBe('0000:1f:1d.7');
    expect(rangeInWords('pci', '0x10', '0x10')).toBe('0000:00:02.0');
    expect(rangeInWords('port', '0x300', '0x30f')).toBe('0x300 – 0x30f');
  });
});
