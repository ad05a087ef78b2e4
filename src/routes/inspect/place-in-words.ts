/** Where an access goes, as people write it. */

import { hex, type Question } from '../../hypervisor/index.js';

type Place = Pick<Question, 'space' | 'addr'>;

const WORDS: Readonly<Record<Question['space'], (addr: number) => string>> = {
  memory: (addr) => `address ${hex(addr)}`,
  port: (addr) => `port ${hex(addr)}`,
  pci: (addr) => `PCI function 0000:${digits(addr >> 8)}:${digits((addr >> 3) & 31)}.${addr & 7}`,
};

export const placeInWords = ({ space, addr }: Place): string => WORDS[space](addr);

const digits = (value: number): string => value.toString(16).padStart(2, '0');
