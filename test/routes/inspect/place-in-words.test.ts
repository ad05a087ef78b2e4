import { describe, expect, it } from 'vitest';
import { placeInWords } from '../../../src/routes/inspect/place-in-words.js';

describe('placeInWords', () => {
  it('writes a PCI function as lspci does, and the rest in hexadecimal', () => {
    expect(placeInWords({ space: 'pci', addr: 0x102b })).toBe('PCI function 0000:10:05.3');
    expect(placeInWords({ space: 'port', addr: 0x3f8 })).toBe('port 0x3f8');
    expect(placeInWords({ space: 'memory', addr: 4096 })).toBe('address 0x1000');
  });
});
