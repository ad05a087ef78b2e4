import { describe, expect, it, onTestFinished } from 'vitest';
import { EXPLORE_EXAMPLE } from '../../../src/routes/explore/examples.js';
import type { Job, News } from '../../../src/routes/explore/job.js';
import { Threads } from '../../../src/routes/explore/threads.js';

const LONG = { timeout: 120_000 };
const ENDLESS = {
  kind: 'explore',
  body: {
    domain: { memory_mib: 4, vcpus: 3 },
    actors: Object.fromEntries(
      [0, 1, 2].map((vcpu) => [
        `vcpu${vcpu}`,
        Array(8).fill({ guest: { vcpu, kind: 'read', gpa: '0x10000000' } }),
      ]),
    ),
  },
} as const;

/** The news of a job in threads that end with the test. */
function newsOf(job: Job, signal = new AbortController().signal, threads = new Threads()) {
  onTestFinished(() => threads.end());
  return threads.newsOf(job, signal);
}

describe('Threads', () => {
  it('tells the news of a job that is done in a thread of its own', LONG, async () => {
    const job = { kind: 'explore', body: { ...EXPLORE_EXAMPLE, max_schedules: 5 } } as const;
    const kinds: string[] = [];
    for await (const { news } of newsOf(job)) kinds.push(news);

    expect(kinds).toEqual(['started', 'outcome', 'done']);
  });

  it('does one job after the other in the same thread', LONG, async () => {
    const threads = new Threads();
    const job = { kind: 'explore', body: { ...EXPLORE_EXAMPLE, setup: [] } } as const;
    const answers: unknown[] = [];
    for (const _ of [1, 2])
      for await (const news of newsOf(job, undefined, threads)) answers.push(news);

    expect(answers.slice(answers.length / 2)).toEqual(answers.slice(0, answers.length / 2));
  });

  it('ends the thread when nobody listens any more', LONG, async () => {
    const listener = new AbortController();
    let last: News | undefined;
    for await (const item of newsOf(ENDLESS, listener.signal)) {
      last = item;
      listener.abort();
    }

    expect(last?.news).not.toBe('done');
  });

  it('does not begin for one who has gone already', LONG, async () => {
    const news: News[] = [];
    for await (const item of newsOf(ENDLESS, AbortSignal.abort())) news.push(item);

    expect(news).toEqual([]);
  });

  it('hands on a mistake of ours', LONG, async () => {
    const job = { kind: 'explore', body: null } as const;

    await expect(newsOf(job).next()).rejects.toThrow(TypeError);
  });
});
