import { describe, expect, it } from 'vitest';
import { INJECTORS } from '../../../src/hypervisor/hvm/event-injection.js';

const NONE = 0xffff_ffff;
const [EXT_INT, NMI, HW_EXC, SW_INT, ICEBP, SW_EXC] = [0, 2, 3, 4, 5, 6];
const IF = true;

/** As a device model describes it: vector, type, error code, length of the instruction. */
const event = (vector: number, type: number, errorCode = NONE, insnLength = 0, cr2 = 0n) => ({
  vector,
  type,
  errorCode,
  insnLength,
  cr2,
});

describe('an event on Intel', () => {
  // prettier-ignore
  it.each([
    ['an exception',               event(6, HW_EXC, NONE, 3),     { vector: 6, insnLength: 0 }],
    ['the last that there is',     event(31, HW_EXC),             { vector: 31, insnLength: 0 }],
    ['one with an error code',     event(13, HW_EXC, 0x55),       { vector: 13, error: 0x55, insnLength: 0 }],
    ['with one of 16 bits',        event(13, HW_EXC, 0xffff),     { vector: 13, error: 0xffff, insnLength: 0 }],
    ['a page fault',               event(14, HW_EXC, 6, 0, 0xdeadn), { vector: 14, error: 6, cr2: 0xdeadn, insnLength: 0 }],
    ['an interrupt',               event(0x40, EXT_INT),          { vector: 0x40, insnLength: 0 }],
    ['an NMI',                     event(2, NMI),                 { vector: 2, insnLength: 0 }],
    ['INT 0x80',                   event(0x80, SW_INT, NONE, 2),  { vector: 0x80, insnLength: 2 }],
    ['a long INT 0x80',            event(0x80, SW_INT, NONE, 15), { vector: 0x80, insnLength: 15 }],
    ['INT 14, no page fault',      event(14, SW_INT, NONE, 2),    { vector: 14, insnLength: 2 }],
    ['ICEBP',                      event(1, ICEBP, NONE, 1),      { vector: 1, insnLength: 1 }],
    ['INT3',                       event(3, SW_EXC, NONE, 1),     { vector: 3, insnLength: 1 }],
    ['type 8, which is type 0',    event(0x40, 8),                { vector: 0x40, insnLength: 0 }],
  ])('enters the guest: %s', (_, described, arrives) => {
    expect(INJECTORS.vmx(described, IF)).toStrictEqual(arrives);
  });

  // prettier-ignore
  it.each([
    ['an interrupt while the guest takes none', event(0x40, EXT_INT),           !IF],
    ['an interrupt with an error code',         event(0x40, EXT_INT, 0),        IF],
    ['an NMI of another vector',                event(3, NMI),                  IF],
    ['an exception of vector 32',               event(32, HW_EXC),              IF],
    ['#UD with an error code',                  event(6, HW_EXC, 0x99),         IF],
    ['#GP without one',                         event(13, HW_EXC),              IF],
    ['#GP with one of 17 bits',                 event(13, HW_EXC, 0x1_0000),    IF],
    ['an instruction of 16 bytes',              event(0x80, SW_INT, NONE, 16),  IF],
    ['INT3 with an error code',                 event(3, SW_EXC, 0, 1),         IF],
    ['type 1',                                  event(6, 1),                    IF],
    ['type 255, which is type 7',               event(6, 255),                  IF],
  ])('crashes the domain: %s', (_, described, interruptFlag) => {
    expect(INJECTORS.vmx(described, interruptFlag)).toBe('crash');
  });
});

describe('an event on AMD, as recorded', () => {
  // prettier-ignore
  it.each([
    ['an exception',             event(6, HW_EXC, 0x99),           { vector: 6, insnLength: 0 }],
    ['the last that there is',   event(31, HW_EXC),                { vector: 31, insnLength: 0 }],
    ['#GP, with any error code', event(13, HW_EXC),                { vector: 13, error: NONE, insnLength: 0 }],
    ['a page fault',             event(14, HW_EXC, NONE, 0, 0xdn), { vector: 14, error: NONE, cr2: 0xdn, insnLength: 0 }],
    ['types that there are not', event(6, 255),                    { vector: 6, insnLength: 0 }],
    ['INT 0x80',                 event(0x80, SW_INT, NONE, 2),     { vector: 0x80, insnLength: 2 }],
    ['ICEBP',                    event(1, ICEBP, NONE, 1),         { vector: 1, insnLength: 1 }],
    ['INT3',                     event(3, SW_EXC, NONE, 1),        { vector: 3, insnLength: 1 }],
    ['INT3 that claims #GP',     event(13, SW_EXC, 7, 1),          { vector: 13, error: 0, insnLength: 1 }],
  ])('enters the guest: %s', (_, described, arrives) => {
    expect(INJECTORS.svm(described, !IF)).toStrictEqual(arrives);
  });

  // prettier-ignore
  it.each([
    ['an interrupt',              event(0x40, EXT_INT)],
    ['an NMI',                    event(2, NMI)],
    ['an exception of vector 2',  event(2, HW_EXC)],
    ['an exception of vector 65', event(65, HW_EXC)],
  ])('crashes the domain: %s', (_, described) => {
    expect(INJECTORS.svm(described, IF)).toBe('crash');
  });
});
