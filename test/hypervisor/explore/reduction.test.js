import { describe, expect, it } from 'vitest';
import { areIndependent, stillAsleep } from '../../../src/hypervisor/explore/reduction.js';
const reads = (parts) => ({ reads: parts, writes: 0 });
const writes = (parts) => ({ reads: 0, writes: parts });
describe('areIndependent', () => {
    // prettier-ignore
    it.each([
        ['two that only look', reads(0b11), reads(0b11), true],
        ['a look at what is written', reads(0b01), writes(0b01), false],
        ['a look beside what is written', reads(0b01), writes(0b10), true],
        ['two that write the same', writes(0b01), writes(0b01), false],
        ['two that write apart', writes(0b01), writes(0b10), true],
        ['one that reads and writes', { reads: 0b01, writes: 0b10 }, reads(0b10), false],
    ])('%s: %#', (_, one, other, expected) => {
        expect([areIndependent(one, other), areIndependent(other, one)]).toEqual([expected, expected]);
    });
});
describe('stillAsleep', () => {
    it('wakes whose move depends on the one that was made', () => {
        const asleep = stillAsleep([
            [0, reads(0b01)],
            [1, reads(0b10)],
        ], writes(0b01));
        expect([...asleep.keys()]).toEqual([1]);
    });
});
