import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { KIND } from '../../../src/hypervisor/journal/journal-kinds.js';
import { Journal, NOBODY, NOWHERE } from '../../../src/hypervisor/journal/journal.js';
import { VirtualClock } from '../../../src/hypervisor/virtual-clock.js';
import { EventStream } from '../../../src/routes/journal/event-stream.js';
import { Watch } from '../../../src/routes/world/watch.js';

/** Takes what is written until it is full. */
class Response extends EventEmitter {
  readonly written: string[] = [];
  isFull = false;
  writableEnded = false;
  destroyed = false;

  write(text: string): boolean {
    this.written.push(text);
    return !this.isFull;
  }

  end(text: string): void {
    this.written.push(text);
    this.writableEnded = true;
  }
}

function setup({
  after,
  capacity = 8,
  keepAliveMs,
}: { after?: number; capacity?: number; keepAliveMs?: number } = {}) {
  const journal = new Journal(new VirtualClock(), capacity, 1);
  const response = new Response();
  const raise = (...ports: number[]) => {
    for (const port of ports) journal.record(KIND.evtchn, 1, NOBODY, NOWHERE, 0, port);
  };
  const open = () => {
    const stream = new EventStream(response as unknown as ServerResponse, {
      journal,
      watch: new Watch(journal),
      filter: { kinds: new Set([KIND.evtchn]) },
      after,
      ...(keepAliveMs !== undefined && { keepAliveMs }),
    });
    stream.open();
    onTestFinished(() => {
      response.emit('close');
    });
    return stream;
  };
  const settle = () => new Promise(setImmediate);
  /** Ids and names, since the last look. */
  const seen = () =>
    response.written.splice(0).flatMap((text) => {
      const [, id, event] = /^id: (\d+)\nevent: (\w+)/.exec(text) ?? [];
      return event === undefined ? [] : [`${id} ${event}`];
    });
  return { journal, response, raise, open, settle, seen };
}

describe('EventStream', () => {
  it('begins with what happens from now on, or after a record', async () => {
    const { raise, open, settle, seen, journal } = setup();
    raise(1);
    open();
    raise(2);
    journal.record(KIND.vmentry, 1, 0, NOWHERE, 0);
    raise(3);
    expect(seen()).toEqual([]);
    await settle();
    expect(seen()).toEqual(['2 evtchn', '4 evtchn']);

    const later = setup({ after: 1 });
    later.raise(1, 2, 3);
    later.open();
    expect(later.seen()).toEqual(['2 evtchn', '3 evtchn']);
  });

  it('says what is missing, of before and of a journal that had got further', () => {
    const old = setup({ after: 2 });
    old.raise(...Array.from({ length: 20 }, (_, port) => port));
    old.open();
    const [gap, first] = old.response.written.slice(1);
    expect(gap).toBe('id: 12\nevent: gap\ndata: {"after":2,"next":13,"dropped":10}\n\n');
    expect(first).toMatch(/^id: 13\nevent: evtchn\n/);

    const reset = setup({ after: 500 });
    reset.raise(1);
    reset.open();
    expect(reset.response.written.slice(1, 2)).toEqual([
      'id: 0\nevent: gap\ndata: {"after":500,"next":1}\n\n',
    ]);
  });

  it('keeps nothing for one that reads slowly: what has gone by then is a gap', async () => {
    const { response, raise, open, settle, seen } = setup();
    open();
    response.isFull = true;
    raise(1, 2);
    await settle();
    expect(seen()).toEqual(['1 evtchn']);
    raise(...Array.from({ length: 30 }, (_, port) => port));
    await settle();
    expect(seen()).toEqual([]);

    response.isFull = false;
    response.emit('drain');
    expect(seen()).toEqual([
      '24 gap',
      ...[25, 26, 27, 28, 29, 30, 31, 32].map((id) => `${id} evtchn`),
    ]);
  });

  it('gives others a turn', async () => {
    const { raise, open, settle, seen } = setup({ after: 0, capacity: 1000 });
    raise(...Array.from({ length: 600 }, (_, port) => port));
    open();
    expect(seen()).toHaveLength(256);
    await settle();
    expect(seen()).toHaveLength(256);
    await settle();
    expect(seen()).toHaveLength(88);
  });

  it('is kept alive, and ends with a reason', async () => {
    const { response, open, raise, settle, seen } = setup({ keepAliveMs: 5 });
    const stream = open();
    await expect.poll(() => response.written, { interval: 5 }).toContain(': 0\n\n');
    stream.end('the host was reset');
    expect(response.written.at(-1)).toBe('event: end\ndata: {"why":"the host was reset"}\n\n');
    seen();
    raise(1);
    await settle();
    expect(response.written).toEqual([]);
  });
});
