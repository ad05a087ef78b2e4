import { EventEmitter } from 'node:events';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { HostEvent } from '../../../src/hypervisor/index.js';
import type { Connection } from '../../../src/routes/world/connection.js';
import { Listeners } from '../../../src/routes/world/listeners.js';
import { ProblemError, ownProblem } from '../../../src/routes/problems/problem.js';
import { Waiting } from '../../../src/routes/world/waiting.js';

const ENDING = new ProblemError(ownProblem('shutting-down', 'the service is ending'));

const event: HostEvent = { type: 'bufioreq', domid: 1, ioservid: 0 };

function setup() {
  const listeners = new Listeners();
  const waiting = new Waiting(listeners);
  let found: string | undefined;
  let asked = 0;
  const attempt = () => {
    asked += 1;
    return found;
  };
  return {
    waiting,
    attempt,
    asked: () => asked,
    happen: (value?: string) => {
      found = value;
      listeners.hear(event);
    },
  };
}

/** The answer to a client that is there, or has gone. */
const clientOf = (closed: boolean) =>
  Object.assign(new EventEmitter(), { closed }) as EventEmitter & Connection;

const turn = () => vi.advanceTimersByTimeAsync(0);

describe('Waiting', () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  it('gives at once what is there already', async () => {
    const { waiting } = setup();

    expect(await waiting.until(() => 'there', { ms: 1000 })).toBe('there');
  });

  it('asks but once with no time to wait', async () => {
    const { waiting, attempt, asked } = setup();

    expect(await waiting.until(attempt, { ms: 0 })).toBeUndefined();
    expect(asked()).toBe(1);
  });

  it('asks again after an event, not within it', async () => {
    const { waiting, attempt, asked, happen } = setup();
    const waited = waiting.until(attempt, { ms: 1000 });

    happen();
    happen('found');
    expect(asked()).toBe(1);

    expect(await waited).toBe('found');
    expect(asked()).toBe(2);
  });

  it('gives up when the time is over', async () => {
    const { waiting, attempt } = setup();
    const waited = waiting.until(attempt, { ms: 1000 });

    await vi.advanceTimersByTimeAsync(1000);

    expect(await waited).toBeUndefined();
  });

  it('gives up when the client has gone, and asks no more', async () => {
    const { waiting, attempt, asked, happen } = setup();
    const connection = clientOf(false);
    const waited = waiting.until(attempt, { ms: 1000, connection });

    happen('found');
    connection.emit('close');
    await turn();

    expect(await waited).toBeUndefined();
    expect(asked()).toBe(1);
  });

  it('does not wait for a client that has gone before', async () => {
    const { waiting, attempt } = setup();

    expect(await waiting.until(attempt, { ms: 1000, connection: clientOf(true) })).toBeUndefined();
    expect(waiting.nr).toBe(0);
  });

  it('passes on what is thrown while asking', async () => {
    const { waiting, happen } = setup();
    let gone = false;
    const waited = waiting.until(
      () => {
        if (gone) throw new Error('the domain has gone');
        return undefined;
      },
      { ms: 1000 },
    );

    gone = true;
    happen();

    await expect(waited).rejects.toThrow('the domain has gone');
  });

  it('tells all who wait, and who come to wait, that the service ends', async () => {
    const { waiting, attempt } = setup();
    const waited = waiting.until(attempt, { ms: 1000 });

    waiting.end(ENDING);

    await expect(waited).rejects.toMatchObject({ problem: { status: 503 } });
    await expect(waiting.until(attempt, { ms: 1000 })).rejects.toMatchObject({
      problem: { status: 503 },
    });
    expect(await waiting.until(() => 'there', { ms: 1000 })).toBe('there');
  });

  it('tells those who only want to hear of its end, unless they have left', () => {
    const { waiting } = setup();
    const heard: Error[] = [];
    waiting.orElse((why) => heard.push(why));
    waiting.orElse((why) => heard.push(why))();

    waiting.end(ENDING);

    expect(heard).toEqual([ENDING]);
  });

  it('leaves nothing behind', async () => {
    const { waiting, attempt, happen, asked } = setup();
    const connection = clientOf(false);
    const waited = waiting.until(attempt, { ms: 1000, connection });
    happen('found');
    await waited;

    happen('more');
    await turn();

    expect(asked()).toBe(2);
    expect(vi.getTimerCount()).toBe(0);
    expect(connection.eventNames()).toEqual([]);
  });
});
