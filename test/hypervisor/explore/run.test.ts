import { describe, expect, it } from 'vitest';
import { HypercallStep } from '../../../src/hypervisor/explore/hypercall-step.js';
import { Run } from '../../../src/hypervisor/explore/run.js';
import { DO, programOf } from '../../support/explore.js';

const runOf = (...actors: Parameters<typeof programOf>) => new Run(programOf(...actors)());

describe('Run', () => {
  it('moves one actor at a time, from point to point and from step to step', () => {
    const run = runOf({ dm: [DO.setType('ram_rw'), DO.disclaim()], answer: [DO.answer()] });

    expect(run.enabled()).toEqual([0]);
    const points: unknown[] = [];
    while (run.enabled().includes(0)) {
      points.push(run.pointOf(0));
      run.advance(0);
    }
    expect(points).toEqual([
      'hypercall',
      'p2m_lock',
      'hypercall',
      'ioreq_server_lock',
      'p2m_ioreq_lock',
    ]);
    expect(run.results()).toEqual({ dm: ['ok', 'ok'], answer: [{ outcome: 'blocked' }] });
    expect([run.pointOf(0), run.pointOf(1), run.pointOf(2)]).toEqual([
      undefined,
      'device_model',
      undefined,
    ]);
    expect(run.stepOf(2)).toBeUndefined();
    expect(() => {
      run.advance(0);
    }).toThrow('has nothing to do');
  });

  it('tells what has come of a step with the move that ends it', () => {
    const run = runOf({ dm: [DO.setType('ram_rw'), DO.disclaim()] });

    expect(run.advance(0)).toBeUndefined();
    expect(run.advance(0)).toMatchObject({ result: 'ok', left: [{ begins: 'hypercall' }] });
  });

  it('lets no hypercall give way before its end', () => {
    const step = new HypercallStep('set_mem_type', function* () {
      return (yield 'preempt_check') ? 'gave way' : 'ok';
    });
    const run = new Run({ ...programOf({})(), actors: [{ name: 'dm', steps: [step] }] });

    while (run.enabled().length > 0) run.advance(0);

    expect(run.results()).toEqual({ dm: ['ok'] });
  });

  it('keeps an actor waiting at a lock that another holds', () => {
    const run = runOf({ vcpu0: [DO.write()], dm: [DO.setType('ram_rw')] });
    while (run.pointOf(0) !== 'emulate') run.advance(0);
    run.advance(1);

    expect([run.pointOf(1), run.enabled()]).toEqual(['p2m_lock', [0]]);
  });

  it('says that an access that has not begun is blocked', () => {
    const run = runOf({ vcpu0: [DO.write()], dm: [DO.setType('ram_rw')] });

    expect(run.results()['vcpu0']).toEqual([{ outcome: 'blocked' }]);
  });
});
