import { describe, expect, it } from 'vitest';
import { EXPLORE_EXAMPLE } from '../../../src/routes/explore/examples.js';
import type { News } from '../../../src/routes/explore/job.js';
import { newsOf } from '../../../src/routes/explore/thread.js';

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

describe('newsOf', () => {
  it('tells the news of a job that is done in a thread of its own', LONG, async () => {
    const job = { kind: 'explore', body: { ...EXPLORE_EXAMPLE, max_schedules: 5 } } as const;
    const kinds: string[] = [];
    for await (const { news } of newsOf(job, new AbortController().signal)) kinds.push(news);

    expect(kinds).toEqual(['started', 'outcome', 'done']);
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

    await expect(newsOf(job, new AbortController().signal).next()).rejects.toThrow(TypeError);
  });
});
