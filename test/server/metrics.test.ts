import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { FastifyInstance } from 'fastify';
import { Host } from '../../src/hypervisor/index.js';
import { buildApp } from '../../src/server/app.js';

describe('GET /metrics', () => {
  let app: FastifyInstance;
  beforeAll(async () => {
    app = await buildApp({ host: new Host() });
  });
  afterAll(() => app.close());

  const post = (url: string, payload: object) => app.inject({ method: 'POST', url, payload });

  /** The value of a series; undefined: there is none. */
  const valueOf = async (series: string) => {
    const { body } = await app.inject('/metrics');
    const line = body.split('\n').find((line) => line.startsWith(`${series} `));
    return line === undefined ? undefined : Number(line.slice(series.length + 1));
  };
  const calls = async (errno: string) =>
    (await valueOf(`fakexen_hypercalls_total{op="dmop/get_ioreq_server_info",errno="${errno}"}`)) ??
    0;

  it('counts requests by route and status, those for no route too', async () => {
    await app.inject('/domains/99');
    await app.inject('/nowhere');

    const requests = 'fakexen_http_requests_total';
    expect(await valueOf(`${requests}{method="GET",route="/domains/:domid",status="404"}`)).toBe(1);
    expect(await valueOf(`${requests}{method="none",route="none",status="404"}`)).toBe(1);
    const duration = 'fakexen_http_request_duration_seconds_bucket';
    expect(await valueOf(`${duration}{method="GET",route="/domains/:domid",le="+Inf"}`)).toBe(1);
  });

  it('counts hypercalls by what they return, whichever way they come', async () => {
    await post('/domains', { memory_mib: 1 });
    await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
    const [done, refused] = [await calls('0'), await calls('ENOENT')];
    const call = (id: number) => ({
      op: 'dmop/get_ioreq_server_info',
      domid: 1,
      args: { id, flags: 0 },
    });

    await post('/multicall', { calls: [call(0), call(7)] });
    await post('/domains/1/dmop/get_ioreq_server_info', { id: 7, flags: 0 });

    expect([await calls('0'), await calls('ENOENT')]).toEqual([done + 1, refused + 2]);
  });

  it('counts ioreqs, and says how the hosts are', async () => {
    const sent = (await valueOf('fakexen_ioreqs_total{by="page"}')) ?? 0;
    await post('/domains/1/dmop/map_io_range_to_ioreq_server', {
      id: 0,
      type: 'port',
      start: '0x10',
      end: '0x10',
    });
    await post('/domains/1/dmop/set_ioreq_server_state', { id: 0, enabled: 1 });
    const waiting = post('/domains/1/guest-access', { kind: 'in', port: 16, size: 1 });
    await expect.poll(() => valueOf('fakexen_waiting_requests')).toBe(1);

    expect(await valueOf('fakexen_ioreqs_total{by="page"}')).toBe(sent + 1);
    expect(await valueOf('fakexen_hosts')).toBe(1);
    expect(await valueOf('fakexen_domains')).toBe(1);
    expect(await valueOf('fakexen_backed_pages')).toBeGreaterThanOrEqual(0);
    expect(await valueOf('process_cpu_seconds_total')).toBeGreaterThan(0);
    expect(await valueOf('nodejs_eventloop_lag_seconds')).toBeGreaterThanOrEqual(0);

    await post('/domains/1/ioreq-servers/0/exchange', { completions: [{ vcpu: 0, seq: 1 }] });
    expect((await waiting).json()).toMatchObject({ outcome: 'completed' });
  });
});
