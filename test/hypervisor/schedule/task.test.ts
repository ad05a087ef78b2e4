import { describe, expect, it } from 'vitest';
import { pointOf, Restart, runTask, type Task } from '../../../src/hypervisor/schedule/task.js';

/** A loop of `nr` that looks after each round whether it has to give way. */
function* loop(nr: number): Task<number | Restart<number>> {
  for (let done = 0; done < nr; done++) {
    yield 'p2m_lock';
    if (yield 'preempt_check') return new Restart(done + 1);
  }
  return nr;
}

/** Answers from what it was sent at a point that is no preempt check. */
function* sentAtLock(): Task<boolean> {
  return yield 'p2m_lock';
}

describe('runTask', () => {
  it('runs to the end when nobody else wants the CPU', () => {
    expect(runTask(loop(3))).toBe(3);
  });

  it('asks at each preempt check, and nowhere else, whether the task must give way', () => {
    let asked = 0;

    expect(runTask(loop(3), () => ++asked > 5)).toBe(3);
    expect(asked).toBe(3);
    expect(runTask(sentAtLock(), () => true)).toBe(false);
  });

  it('ends with what is left to do when the task gives way', () => {
    expect(runTask(loop(3), () => true)).toEqual(new Restart(1));
  });

  it('ends as it began where a task has nothing to wait for', () => {
    expect(runTask(loop(0))).toBe(0);
  });

  it('passes a gate that is open, and does not wait at one that is closed', () => {
    function* through(open: boolean): Task<number> {
      yield { point: 'p2m_lock', isOpen: () => open };
      return 1;
    }

    expect(runTask(through(true))).toBe(1);
    expect(() => runTask(through(false))).toThrow('the task waits at p2m_lock');
  });
});

describe('pointOf', () => {
  it('is the name of the point, be there a gate or not', () => {
    expect([pointOf('emulate'), pointOf({ point: 'vmexit', isOpen: () => true })]).toEqual([
      'emulate',
      'vmexit',
    ]);
  });
});

describe('Restart', () => {
  it('has what the call goes on with', () => {
    expect(new Restart({ done: 3 }).args).toEqual({ done: 3 });
  });
});
