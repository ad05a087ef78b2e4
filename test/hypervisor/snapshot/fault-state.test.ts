import { describe, expect, it } from 'vitest';
import { Faults } from '../../../src/hypervisor/faults/faults.js';
import { FAULTS, restoreFaults, saveFaults } from '../../../src/hypervisor/snapshot/fault-state.js';

const BYTES = { write: () => undefined, read: () => undefined };

function written() {
  const faults = new Faults();
  faults.add({ op: 'dmop/*', effect: { errno: 'EAGAIN' }, probability: 0.5, skip: 1, seed: 7 });
  faults.add({ op: 'exchange', effect: { silenceMs: Infinity }, probability: 1, skip: 0, seed: 1 });
  for (let n = 0; n < 20; n++) faults.strike({ op: 'dmop/x', domid: 1 }, () => true);
  return { faults, data: FAULTS.write(saveFaults(faults), BYTES) as { rules: object[] } };
}

describe('fault rules in a snapshot', () => {
  it('are as they were, and go on in the same way', () => {
    const { faults, data } = written();
    const other = new Faults();
    restoreFaults(other, FAULTS.read(JSON.parse(JSON.stringify(data)), '', BYTES));
    expect(FAULTS.write(saveFaults(other), BYTES)).toEqual(data);

    const struck = (of: Faults) =>
      Array.from({ length: 50 }, () => of.strike({ op: 'dmop/x', domid: 1 }, () => true)?.id);
    expect(struck(other)).toEqual(struck(faults));
  });

  it.each([
    [{ probability: 2 }, '/rules/0/probability', 'must be a number from 0 to 1'],
    [{ probability: -0.5 }, '/rules/0/probability', 'must be a number from 0 to 1'],
    [{ probability: '0.5' }, '/rules/0/probability', 'must be a number from 0 to 1'],
    [{ effect: { errno: 'EWHAT' } }, '/rules/0/effect/errno', 'must be one of'],
    [{ effect: { silence_ms: -1 } }, '/rules/0/effect/silence_ms', 'must be an integer'],
    [{ random: -1 }, '/rules/0/random', 'must be an integer'],
  ])('cannot say %j', (said, pointer, must) => {
    const { data } = written();
    const [first] = data.rules;
    const effect = {
      ...(first as { effect: object }).effect,
      ...(said as { effect?: object }).effect,
    };
    const broken = { ...data, rules: [{ ...first, ...said, effect }] };
    expect(() => FAULTS.read(broken, '', BYTES)).toThrow(
      expect.objectContaining({ pointer, message: expect.stringContaining(must) as string }),
    );
  });

  it('says what each rule does, and how often', () => {
    const { data } = written();
    const never = { ...(data.rules[0] as object), probability: 0 };

    expect(data.rules).toMatchObject([
      { probability: 0.5, effect: { errno: 'EAGAIN', silence_ms: null } },
      { probability: 1, effect: { errno: null, silence_ms: 'ever' } },
    ]);
    expect(FAULTS.read({ ...data, rules: [never] }, '', BYTES).rules[0]?.probability).toBe(0);
  });

  it('says for how long a rule is silent', () => {
    const faults = new Faults();
    faults.add({ op: 'x', effect: { silenceMs: 250 }, probability: 1, skip: 0, seed: 1 });
    const data = FAULTS.write(saveFaults(faults), BYTES);
    const other = new Faults();

    restoreFaults(other, FAULTS.read(JSON.parse(JSON.stringify(data)), '', BYTES));

    expect(FAULTS.write(saveFaults(other), BYTES)).toEqual(data);
    expect(data).toMatchObject({ rules: [{ effect: { silence_ms: 250 } }] });
  });
});
