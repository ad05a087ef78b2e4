import { describe, expect, it } from 'vitest';
import { replayScenario } from '../../../src/cli/replay-ept/replayer.js';
import { readRecording, scenariosOf, type Step } from '../../../src/cli/replay-ept/recording.js';

const SCENARIOS = scenariosOf(readRecording('test/golden/ept/handwritten.jsonl.gz'));
const FIRST = SCENARIOS.find(([step]) => step?.scenario === '1a.ioreq_2m')!;
const BUGS = SCENARIOS.find((steps) => steps.some(({ tried }) => tried === 1))!;

const changed = (steps: readonly Step[], index: number, fields: Partial<Step>): Step[] =>
  steps.map((step, at) => (at === index ? { ...step, ...fields } : step));

describe('replayScenario', () => {
  it('agrees with what Xen did, step by step', () => {
    expect(replayScenario(FIRST)).toEqual({
      steps: FIRST.length,
      mismatches: 0,
      first: undefined,
    });
  });

  it('takes an attempt that ends at a BUG back, as a forked child does', () => {
    expect(replayScenario(BUGS)).toMatchObject({ mismatches: 0 });
    const tried = BUGS.findIndex(({ rc }) => rc === 'BUG');

    expect(replayScenario(changed(BUGS, tried, { rc: 0 }))).toMatchObject({ mismatches: 1 });
  });

  // prettier-ignore
  it.each([
    // a field      what it says then
    [{ rc: -22 },   'rc: expected -22, actual 0'],
    [{ ec: 7 },     'ec: expected 7, actual 1'],
    [{ flush: 2 },  'flush: expected 2, actual 1'],
    [{ frefs: 1 },  'frefs: expected 1, actual 0'],
    [{ dig: 'x' },  'dig: expected "x", actual "ff734c6d34a80887"'],
    [{ w32: 'x' },  'w32: expected "x", actual "e85b052b"'],
  ] as const)('notices a step that says %j', (fields, text) => {
    const { mismatches, first } = replayScenario(changed(FIRST.slice(0, 5), 3, fields));

    expect(mismatches).toBe(1);
    expect(first).toContain('scenario 1a.ioreq_2m step 3: p2m_change_type_one');
    expect(first).toContain(text);
  });

  it('notices where Xen stopped at a BUG and the core does not', () => {
    const { first } = replayScenario(changed(FIRST.slice(0, 4), 3, { rc: 'BUG' }));

    expect(first).toContain('rc: expected "BUG", actual 0');
  });

  it('describes the first mismatch alone, and counts them all', () => {
    const twice = changed(changed(FIRST.slice(0, 5), 3, { ec: 7 }), 4, { max: 1 });
    const { mismatches, first } = replayScenario(twice);

    expect([mismatches, first?.includes('max:')]).toEqual([2, false]);
  });

  it('refuses an operation that it does not know', () => {
    expect(() => replayScenario(changed(FIRST, 1, { op: 'p2m_fly' }))).toThrow(
      'step 1: unknown operation p2m_fly',
    );
  });

  it('hides no fault of ours', () => {
    const step = {
      op: 'p2m_change_type_one',
      args: { gfn: '205', ot: 'ram_sharde', nt: 'ram_rw' },
    };

    expect(() => replayScenario(changed(FIRST, 1, step))).toThrow(RangeError);
  });

  it('takes a world without any feature where no setup is recorded', () => {
    expect(replayScenario([{ scenario: '0', step: 0, op: 'nop', args: {}, rc: 0 }])).toMatchObject({
      mismatches: 0,
    });
  });
});
