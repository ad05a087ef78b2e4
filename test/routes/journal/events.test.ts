import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Host } from '../../../src/hypervisor/index.js';
import { Journal } from '../../../src/hypervisor/journal/journal.js';
import { buildApp } from '../../../src/server/app.js';

interface Event {
  readonly id?: string;
  readonly event: string;
  readonly data: Record<string, unknown>;
}

/** A service on a port, whose journal keeps 32 records. */
async function service() {
  const host = new Host();
  host.journal = new Journal(host.clock, 32);
  const app = await buildApp({ host });
  onTestFinished(() => app.close());
  await app.listen({ host: '127.0.0.1', port: 0 });
  const { port } = app.server.address() as AddressInfo;

  const watch = async (path: string, headers: Record<string, string> = {}) => {
    const [response] = (await once(get({ port, path, headers, agent: false }), 'response')) as [
      IncomingMessage,
    ];
    let text = '';
    response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
    const events = (): Event[] =>
      text
        .split('\n\n')
        .map((block) => Object.fromEntries(block.split('\n').map((line) => line.split(/: (.*)/s))))
        .filter(({ event }) => event !== undefined)
        .map(({ data, ...rest }) => ({ ...rest, data: JSON.parse(data) }) as Event);
    return { response, events };
  };
  const pause = () => app.inject({ method: 'POST', url: '/domains/1/pause' });
  const unpause = () => app.inject({ method: 'POST', url: '/domains/1/unpause' });
  host.createDomain({ memoryMib: 4 });
  return { app, host, watch, pause, unpause };
}

const changesOf = (events: readonly Event[]) => events.map(({ data }) => data['change']);

describe('/events', () => {
  it('tells what happens to one who listens, and goes on for one who comes back', async () => {
    const { watch, pause, unpause } = await service();
    const { response, events } = await watch('/events?kind=domain');
    expect(response.headers['content-type']).toBe('text/event-stream');
    await pause();
    await unpause();
    await expect.poll(() => changesOf(events()), { interval: 5 }).toEqual(['paused', 'unpaused']);
    const last = events().at(-1)!;
    expect(Number(last.id)).toBe(last.data['seq']);
    response.destroy();

    await pause();
    const again = await watch('/events?kind=domain', { 'last-event-id': last.id! });
    await expect.poll(() => changesOf(again.events()), { interval: 5 }).toEqual(['paused']);
    again.response.destroy();
  });

  it('tells one who comes back too late what is missing', async () => {
    const { watch, pause, unpause } = await service();
    for (let n = 0; n < 20; n++) await (n % 2 ? unpause() : pause());
    for (let n = 0; n < 20; n++) await (n % 2 ? unpause() : pause());
    const { events, response } = await watch('/events', { 'last-event-id': '1' });
    await expect.poll(() => events().length, { interval: 5 }).toBe(33);
    const [gap, first] = events();
    expect(gap).toMatchObject({ event: 'gap', data: { after: 1, next: Number(first!.id) } });
    response.destroy();
  });

  it('ends with the service, and with its reason', async () => {
    const { app, watch } = await service();
    const { response, events } = await watch('/events');
    const ended = once(response, 'end');
    await app.close();
    await ended;
    expect(events()).toMatchObject([
      { event: 'end', data: { why: expect.stringContaining('ending') } },
    ]);
  });

  it('ends with a reset; who comes back with a number of before is told that it counts for nothing', async () => {
    const { app, watch, pause } = await service();
    await pause();
    const { response, events } = await watch('/events?after=0');
    const ended = once(response, 'end');
    await expect.poll(() => events().length, { interval: 5 }).toBeGreaterThan(0);
    const last = events().at(-1)!;
    await app.inject({ method: 'POST', url: '/reset?to=empty' });
    await ended;
    expect(events().at(-1)).toMatchObject({
      event: 'end',
      data: { why: expect.stringContaining('reset') },
    });

    const again = await watch('/events', { 'last-event-id': last.id! });
    await expect
      .poll(() => again.events(), { interval: 5 })
      .toMatchObject([{ event: 'gap', data: { next: 1 } }]);
    again.response.destroy();
  });

  it('has no head', async () => {
    const { app } = await service();
    expect((await app.inject({ method: 'HEAD', url: '/events' })).statusCode).toBe(405);
  });

  it('knows no kind that there is none of', async () => {
    const { app } = await service();
    const { statusCode, body } = await app.inject('/events?kind=nothing');
    expect([statusCode, JSON.parse(body).errors]).toEqual([
      400,
      [{ pointer: '/kind', detail: 'there is no kind nothing' }],
    ]);
  });
});
