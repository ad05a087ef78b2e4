import { request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it } from 'vitest';
import { EXPLORE_EXAMPLE, REPLAY_EXAMPLE } from '../../../src/routes/explore/examples.js';
import { api } from '../../support/api.js';

const LONG = { timeout: 120_000 };
const NDJSON = 'application/x-ndjson';

const vcpus = (nr: number) =>
  Object.fromEntries(
    Array.from({ length: nr }, (_, vcpu) => [
      `vcpu${vcpu}`,
      [{ guest: { vcpu, kind: 'write', gpa: '0x100000', size: 4, data: '0x1' } }],
    ]),
  );

/** More schedules than anybody waits for. */
const ENDLESS = {
  ...EXPLORE_EXAMPLE,
  domain: { memory_mib: 4, vcpus: 4 },
  actors: { ...vcpus(4), dm: EXPLORE_EXAMPLE.actors.dm },
  max_schedules: 100_000_000,
};

describe('POST /explore', () => {
  it('answers the question of the thread', LONG, async () => {
    const { post } = await api();
    const { status, body } = await post('/explore', EXPLORE_EXAMPLE);

    expect(status).toBe(200);
    expect(body.truncated).toBe(false);
    expect(body.outcomes.filter((one: { violated: string[] }) => one.violated.length > 0)).toEqual([
      expect.objectContaining({
        violated: ['no_violation_without_server'],
        state: { entry_count: 0, owner: null, types: { '0x100': 'ram_rw' } },
      }),
    ]);
  });

  it('leaves the live host as it is, and lets it answer meanwhile', LONG, async () => {
    const { host, post, get, createDomain } = await api();
    await createDomain();
    const events: unknown[] = [];
    const tell = host.onEvent;
    host.onEvent = (event) => {
      events.push(event);
      tell(event);
    };
    const snapshot = () =>
      Promise.all(
        ['/domains', '/domains/1/p2m', '/domains/1/ept/0x100'].map(
          async (path) => (await get(path)).body,
        ),
      );
    const before = await snapshot();

    let done = false;
    const exploring = post('/explore', { ...ENDLESS, max_schedules: 2000 }).finally(
      () => (done = true),
    );
    const started = performance.now();
    expect(await snapshot()).toEqual(before);
    expect(done).toBe(false);
    expect(performance.now() - started).toBeLessThan(2000);

    expect((await exploring).body.truncated).toBe(true);
    expect(await snapshot()).toEqual(before);
    expect(events).toEqual([]);
  });

  it('tells outcomes line by line as they are found, and the answer last', LONG, async () => {
    const { post } = await api();
    const { headers, text } = await post('/explore', EXPLORE_EXAMPLE, { accept: NDJSON });
    const lines = text
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));

    expect(headers['content-type']).toContain(NDJSON);
    expect(lines.filter(({ outcome }) => outcome)).toHaveLength(6);
    expect(lines.at(-1)).toMatchObject({ truncated: false, schedules: expect.any(Number) });
  });

  it('answers 422 and points at the step of the set-up that was refused', LONG, async () => {
    const { post } = await api();
    const body = { ...EXPLORE_EXAMPLE, setup: EXPLORE_EXAMPLE.setup.slice(1) };

    for (const accept of ['application/json', NDJSON]) {
      const { status, body: problem } = await post('/explore', body, { accept });
      expect([status, problem.type, problem.errors]).toEqual([
        422,
        'urn:fakexen:problem:set-up-failed',
        [{ pointer: '/setup/0', detail: 'domain 1 has no ioreq server 1' }],
      ]);
    }
  });

  it('points at what could never begin', LONG, async () => {
    const { post } = await api();
    const guest = { kind: 'write', gpa: '0x100000', size: 4 };
    // prettier-ignore
    const wrong = [
      [400, '/actors/a/0/guest/gpa', { actors: { a: [{ guest: { ...guest, gpa: undefined } }] } }],
      [422, '/actors/a~1b/0/guest',  { actors: { 'a/b': [{ guest: { ...guest, vcpu: 5 } }] } }],
      [422, '/actors/a/1/guest',     { actors: { a: [{ guest }, { guest: { ...guest, size: 3 } }] } }],
      [422, '/actors/a/0/guest',     { actors: { a: [{ guest: { kind: 'insn', bytes: '0fff' } }] } }],
      [422, '/setup/0/guest',        { setup: [{ guest: { ...guest, size: 3 } }] }],
      [422, '/knobs/nul_owner',      { knobs: { nul_owner: 'retry' } }],
    ] as const;
    for (const [status, pointer, part] of wrong) {
      const answer = await post('/explore', { ...EXPLORE_EXAMPLE, ...part });
      expect([answer.status, answer.body.errors[0].pointer]).toEqual([status, pointer]);
    }
  });

  it('stops when the client goes away', LONG, async () => {
    const { app } = await api();
    await app.listen({ host: '127.0.0.1', port: 0 });
    const { port } = app.server.address() as AddressInfo;
    const headers = { 'content-type': 'application/json', accept: NDJSON };
    const client = send({ port, method: 'POST', path: '/explore', headers });
    client.on('error', () => undefined);
    client.end(JSON.stringify(ENDLESS));
    await new Promise((resolve) => client.on('response', (answer) => answer.once('data', resolve)));
    client.destroy();

    await expect(app.close()).resolves.toBeUndefined();
  });

  it('is ended with the service', LONG, async () => {
    const { app, post } = await api();
    const exploring = post('/explore', ENDLESS);
    setTimeout(() => void app.close(), 1000);

    expect((await exploring).status).toBe(503);
  });
});

describe('POST /explore/replay', () => {
  it('tells what each move did', LONG, async () => {
    const { post } = await api();
    const { status, body } = await post('/explore/replay', REPLAY_EXAMPLE);

    expect(status).toBe(200);
    expect(body.moves).toMatchObject(REPLAY_EXAMPLE.schedule);
    expect(body.moves.at(-1).trace.at(-1)).toMatchObject({ step: 'ept_violation' });
    expect(body.moves[2].state).toMatchObject({ owner: null });
  });

  it('answers 422 and points at a move that cannot be made', LONG, async () => {
    const { post } = await api();
    const schedule = [{ actor: 'dm' }, { actor: 'answer' }];
    const { status, body } = await post('/explore/replay', { ...REPLAY_EXAMPLE, schedule });

    expect([status, body.errors]).toEqual([
      422,
      [{ pointer: '/schedule/1', detail: 'answer waits at device_model' }],
    ]);
  });
});
