import { describe, expect, it } from 'vitest';
import { EXPLORE_EXAMPLE, REPLAY_EXAMPLE } from '../../../src/routes/explore/examples.js';
import { perform, type Job, type News } from '../../../src/routes/explore/job.js';

async function newsOf(kind: Job['kind'], body: object) {
  const news: News[] = [];
  await perform({ kind, body }, (item) => news.push(item));
  return news;
}

describe('perform', () => {
  it('tells when it starts, each outcome when it is found, and the answer last', async () => {
    const news = await newsOf('explore', EXPLORE_EXAMPLE);
    const last = news.at(-1);

    expect(news[0]).toEqual({ news: 'started' });
    expect(news.filter((item) => item.news === 'outcome')).toHaveLength(6);
    expect(last).toMatchObject({ news: 'done', answer: { truncated: false } });
  });

  it('tells how far it is when it takes long', async () => {
    const vcpus = Object.fromEntries(
      [0, 1, 2].map((vcpu) => [
        `vcpu${vcpu}`,
        [{ guest: { vcpu, kind: 'write', gpa: '0x100000' } }],
      ]),
    );
    const news = await newsOf('explore', {
      ...EXPLORE_EXAMPLE,
      domain: { memory_mib: 4, vcpus: 3 },
      actors: { ...vcpus, dm: EXPLORE_EXAMPLE.actors.dm },
      max_schedules: 4000,
    });

    expect(news.some((item) => item.news === 'progress' && item.schedules > 0)).toBe(true);
    expect(news.at(-1)).toMatchObject({ answer: { truncated: true } });
  });

  it('replays a schedule', async () => {
    const [news] = await newsOf('replay', REPLAY_EXAMPLE);

    expect(news).toMatchObject({
      answer: { moves: REPLAY_EXAMPLE.schedule, state: { entry_count: 1, owner: null } },
    });
  });

  it('executes machine code', async () => {
    const actors = { a: [{ guest: { kind: 'insn', bytes: '90' } }] };

    expect((await newsOf('explore', { actors })).at(-1)).toMatchObject({
      answer: { outcomes: [{ results: { a: [{ outcome: 'completed' }] } }] },
    });
  });

  it('points at what of a schedule cannot be followed, and of a set-up was refused', async () => {
    const { setup } = EXPLORE_EXAMPLE;

    expect(
      await newsOf('replay', { ...REPLAY_EXAMPLE, schedule: [{ actor: 'dm', point: 'vmexit' }] }),
    ).toEqual([
      { news: 'refused', pointer: '/schedule/0', detail: 'dm is at hypercall, not at vmexit' },
    ]);
    expect(await newsOf('explore', { ...EXPLORE_EXAMPLE, setup: setup.slice(1) })).toEqual([
      { news: 'refused', pointer: '/setup/0', detail: 'domain 1 has no ioreq server 1' },
    ]);
  });
});
