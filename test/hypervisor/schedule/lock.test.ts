import { describe, expect, it } from 'vitest';
import { Lock } from '../../../src/hypervisor/schedule/lock.js';
import { runTask, type Task } from '../../../src/hypervisor/schedule/task.js';

const FIRST = {};
const SECOND = {};

/** A task that holds the lock across one point. */
function* section(lock: Lock, task: object): Task<void> {
  yield lock.wantedBy(task);
  yield* lock.heldBy(task, function* () {
    yield 'emulate';
  });
}

describe('Lock', () => {
  it('keeps others out from taking to giving back', () => {
    const lock = new Lock('p2m_lock');
    const holder = section(lock, FIRST);
    const waiting = lock.wantedBy(SECOND);

    holder.next(false);
    expect(waiting.isOpen()).toBe(true);
    holder.next(false);
    expect([lock.isHeld, waiting.isOpen()]).toEqual([true, false]);
    holder.next(false);
    expect([lock.isHeld, waiting.isOpen()]).toEqual([false, true]);
  });

  it('lets its holder take it once more only where it is recursive', () => {
    const [plain, recursive] = [
      new Lock('p2m_ioreq_lock'),
      new Lock('ioreq_server_lock', { recursive: true }),
    ];
    const twice = (lock: Lock) => lock.heldBy(FIRST, () => section(lock, FIRST));

    runTask(twice(recursive));
    expect(recursive.isHeld).toBe(false);
    expect(() => {
      runTask(twice(plain));
    }).toThrow('the task waits at p2m_ioreq_lock');
  });

  it('is given back when what is done under it fails', () => {
    const lock = new Lock('p2m_lock');

    // eslint-disable-next-line require-yield -- it fails before its first point
    const failing = lock.heldBy(FIRST, function* () {
      throw new Error('no');
    });
    expect(() => failing.next(false)).toThrow('no');
    expect(lock.isHeld).toBe(false);
  });

  it('is not taken past its gate', () => {
    const lock = new Lock('p2m_lock');
    const holder = section(lock, FIRST);
    holder.next(false);
    holder.next(false);

    expect(() => section(lock, SECOND).next(false)).not.toThrow();
    expect(() => lock.heldBy(SECOND, () => section(lock, SECOND)).next(false)).toThrow(
      'p2m_lock is taken by another',
    );
  });

  it('can be wanted at a point of another name', () => {
    expect(new Lock('p2m_lock').wantedBy(FIRST, 'p2m_lookup').point).toBe('p2m_lookup');
  });

  it("is its holder's until it is given back as often as it was taken, and nobody else's", () => {
    const lock = new Lock('ioreq_server_lock', { recursive: true });
    const outer = lock.heldBy(FIRST, function* () {
      yield* section(lock, FIRST);
      yield 'emulate';
    });
    for (let point = 0; point < 3; point++) outer.next(false);

    expect([lock.isFreeFor(FIRST), lock.isFreeFor(SECOND)]).toEqual([true, false]);
    outer.next(false);
    expect([lock.isHeld, lock.isFreeFor(SECOND)]).toEqual([false, true]);
  });
});
