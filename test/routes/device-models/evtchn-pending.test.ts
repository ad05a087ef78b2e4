import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../support/api.js';
import { evtchnSetup } from '../../support/evtchn.js';

/** Port 1 of dom0 is bound to port 1 of domain 1. */
async function setup() {
  const tools = await evtchnSetup();
  await tools.allocUnbound(1, { remote_dom: 0 });
  await tools.bind(0, { remote_dom: 1, remote_port: 1 });
  const pending = (body: object = {}, domid = 0) =>
    tools.post(`/domains/${domid}/evtchn/pending`, body);
  return { ...tools, pending };
}

describe('POST /domains/{domid}/evtchn/pending', () => {
  it('names a port that has an event once, and again after it was unmasked', async () => {
    const { pending, send, unmask } = await setup();

    expect((await pending()).body).toEqual({ ports: [1] });
    await send(1, { port: 1 });
    expect((await pending()).body).toEqual({ ports: [] });

    await unmask(0, { port: 1 });
    expect((await pending()).body).toEqual({ ports: [1] });
  });

  it('waits for an event', async () => {
    const { pending, send, unmask } = await setup();
    await pending();
    await unmask(0, { port: 1 });
    const waiting = pending({ wait_ms: 5000 });
    await delay(30);

    await send(1, { port: 1 });

    expect((await waiting).body).toEqual({ ports: [1] });
  });

  it('tells of the requests of guests', async () => {
    const { pending, post } = await setup();
    await post('/domains/2/dmop/create_ioreq_server', { handle_bufioreq: 0 });
    await post('/domains/2/dmop/get_ioreq_server_info', { id: 0 });
    const range = { id: 0, type: 'memory', start: '0xf0000000', end: '0xf0000fff' };
    await post('/domains/2/dmop/map_io_range_to_ioreq_server', range);
    await post('/domains/2/dmop/set_ioreq_server_state', { id: 0, enabled: 1 });
    await post('/domains/0/evtchn/bind_interdomain', { remote_dom: 2, remote_port: 1 });
    await pending();
    await post('/domains/0/evtchn/unmask', { port: 2 });

    const access = { kind: 'read', gpa: '0xf0000010' };
    await post('/domains/2/guest-access', access, { prefer: 'respond-async' });

    expect((await pending()).body).toEqual({ ports: [2] });
  });

  it('answers errno ESRCH for no domain, and for one that is destroyed meanwhile', async () => {
    const { pending, delete: destroy } = await setup();
    expect(verdictOf(await pending({}, 9))).toBe('ESRCH');

    const waiting = pending({ wait_ms: 5000 }, 2);
    await delay(30);
    await destroy('/domains/2');
    expect(verdictOf(await waiting)).toBe('ESRCH');
  });

  it('does not let in a wait as text', async () => {
    const { pending } = await setup();

    expect((await pending({ wait_ms: '1' })).status).toBe(400);
  });
});
