import { describe, expect, it } from 'vitest';
import { FaultRule, type FaultSpec } from '../../../src/hypervisor/faults/fault-rule.js';
import { Random } from '../../../src/hypervisor/faults/random.js';

const ruleOf = (spec: Partial<FaultSpec>) =>
  new FaultRule(1, {
    op: '*',
    effect: { errno: 'EAGAIN' },
    probability: 1,
    skip: 0,
    seed: 0,
    ...spec,
  });

const strikes = (rule: FaultRule, calls: number) =>
  Array.from({ length: calls }, () => rule.strikes());

describe('FaultRule', () => {
  const call = { op: 'dmop/set_mem_type', domid: 1, ioservid: 2 };
  // prettier-ignore
  it.each<[Partial<FaultSpec>, boolean]>([
    [{},                                        true],
    [{ op: 'dmop/set_mem_type' },               true],
    [{ op: 'dmop/*' },                          true],
    [{ op: 'dmop/set_mem' },                    false],
    [{ op: 'hvmop/*' },                         false],
    [{ op: 'domctl/*' },                        false],
    [{ domid: 1 },                              true],
    [{ domid: 2 },                              false],
    [{ ioservid: 2 },                           true],
    [{ ioservid: 0 },                           false],
  ])('of %j is about a call: %s', (spec, isAbout) => {
    expect(ruleOf(spec).isAbout(call)).toBe(isAbout);
  });

  it('lets some pass, strikes so often, and then no more', () => {
    const rule = ruleOf({ skip: 1, count: 2 });
    expect(strikes(rule, 5)).toEqual([false, true, true, false, false]);
    expect([rule.met, rule.fired]).toEqual([3, 2]);
  });

  it('strikes for numbers below its probability, not for the probability itself', () => {
    const drawn = new Random(5).next();
    expect(ruleOf({ probability: drawn, seed: 5 }).strikes()).toBe(false);
    expect(ruleOf({ probability: drawn + 2 ** -32, seed: 5 }).strikes()).toBe(true);
  });

  it('strikes by chance, the same calls for the same seed', () => {
    const [some, same, other] = [1, 1, 2].map((seed) =>
      strikes(ruleOf({ probability: 0.25, seed }), 400),
    );
    const share = some!.filter(Boolean).length;
    expect(share).toBeGreaterThan(70);
    expect(share).toBeLessThan(130);
    expect(same).toEqual(some);
    expect(other).not.toEqual(some);
  });
});
