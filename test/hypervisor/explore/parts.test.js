import { describe, expect, it } from 'vitest';
import { EVERYTHING, ofEveryVcpu, ofVcpu, PART, VCPU_PART, } from '../../../src/hypervisor/explore/parts.js';
const ALL_OF_VCPU = Object.values(VCPU_PART).reduce((all, part) => all | part, 0);
describe('ofVcpu', () => {
    it('tells vcpus apart, the fifth and later ones together', () => {
        const slots = [0, 1, 2, 3, 4, 5, 127].map((vcpu) => ofVcpu(VCPU_PART.slot, vcpu));
        expect(new Set(slots).size).toBe(5);
        expect(slots[6]).toBe(slots[4]);
    });
    it('gives no vcpu a part of another or of the domain', () => {
        const parts = [...Object.values(PART), ...[0, 1, 2, 3, 4].map((id) => ofVcpu(ALL_OF_VCPU, id))];
        let all = 0;
        for (const part of parts) {
            expect(all & part).toBe(0);
            all |= part;
        }
        expect(all).toBe(EVERYTHING);
        expect(all).toBeGreaterThan(0);
    });
});
describe('ofEveryVcpu', () => {
    it('is what each has of it', () => {
        const everybody = ofEveryVcpu(VCPU_PART.exit);
        for (const vcpu of [0, 3, 9])
            expect(everybody & ofVcpu(ALL_OF_VCPU, vcpu)).toBe(ofVcpu(VCPU_PART.exit, vcpu));
    });
});
