import { describe, expect, it } from 'vitest';
import { Faults } from '../../../src/hypervisor/faults/faults.js';

const ALWAYS = { probability: 1, skip: 0, seed: 0 };
const call = { op: 'dmop/set_mem_type', domid: 1 };
const any = () => true;

const twoRules = () => {
  const faults = new Faults();
  faults.add({ ...ALWAYS, op: 'dmop/*', effect: { errno: 'EAGAIN' }, count: 1 });
  faults.add({ ...ALWAYS, op: '*', effect: { delayMs: 5 } });
  return faults;
};

describe('Faults', () => {
  it('strikes with the first rule that does, and only as a call can be struck', () => {
    const faults = twoRules();
    expect(faults.strike(call, ({ errno }) => errno === undefined)?.id).toBe(2);
    expect(faults.strike(call, any)?.id).toBe(1);
    expect(faults.strike(call, any)?.id).toBe(2);
    expect(faults.rules.map(({ met, fired }) => [met, fired])).toEqual([[1, 1], [2, 2]]); // prettier-ignore
  });

  it('forgets rules, one or all, and gives no number again', () => {
    const faults = twoRules();
    expect([faults.isEmpty, faults.find(2)?.spec.op]).toEqual([false, '*']);
    expect([faults.remove(1), faults.remove(1), faults.find(1)]).toEqual([true, false, undefined]);
    faults.clear();
    expect([faults.isEmpty, faults.add({ ...ALWAYS, op: '*', effect: {} }).id]).toEqual([true, 3]);
  });

  it('goes on elsewhere from where it was', () => {
    const faults = new Faults();
    faults.add({ op: '*', effect: { drop: 'before' }, probability: 0.5, skip: 2, seed: 9 });
    const struck = (of: Faults) => Array.from({ length: 20 }, () => of.strike(call, any)?.id);
    struck(faults);

    const other = new Faults();
    other.restore(structuredClone(faults.save()));
    expect(struck(other)).toEqual(struck(faults));
    expect(other.save()).toEqual(faults.save());
  });
});
