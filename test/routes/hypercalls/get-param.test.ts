import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup(spec: object = {}) {
  const { post, createDomain } = await api();
  await createDomain(spec);
  return (index: string | number, domid = 1, caller = 0) =>
    post(`/domains/${domid}/hvmop/get_param`, { index }, { 'xen-caller-domid': String(caller) });
}

const GUEST = 1;

describe('get_param', () => {
  it('does give what the toolstack has set, and what a new domain has', async () => {
    const get = await setup();

    expect((await get('IOREQ_SERVER_PFN')).body).toEqual({ rc: 0, value: '0xfeff0' });
    expect((await get('HPET_ENABLED')).body).toEqual({ rc: 0, value: '0x1' });
    expect((await get(3)).body).toEqual({ rc: 0, value: '0x0' });
  });

  it('does let a guest read some', async () => {
    const get = await setup();

    expect(verdictOf(await get('STORE_PFN', 0x7ff0, GUEST))).toBe('ok');
    expect(verdictOf(await get('IOREQ_PFN', 1, GUEST))).toBe('EPERM');
  });

  it('answers errno EINVAL for a parameter that is none before ESRCH', async () => {
    const get = await setup();

    expect(verdictOf(await get(99, 9))).toBe('EINVAL');
    expect(verdictOf(await get(1, 9))).toBe('ESRCH');
    expect(verdictOf(await get('PAE_ENABLED'))).toBe('EINVAL');
  });

  it('does not let in a value', async () => {
    const { post, createDomain } = await api();
    await createDomain();

    const answer = await post('/domains/1/hvmop/get_param', { index: 1, value: 0 });

    expect(answer.status).toBe(400);
  });

  it('does create the default ioreq server in 4.8, which answers for all that nobody else does', async () => {
    const { post, get, createDomain } = await api();
    await createDomain({ profile: '4.8' });
    const read = (index: string) => post('/domains/1/hvmop/get_param', { index });

    expect((await read('IOREQ_PFN')).body).toEqual({ rc: 0, value: '0xfeffd' });
    const port = BigInt((await read('BUFIOREQ_EVTCHN')).body.value as string);

    const { ioreq_servers } = (await get('/domains/1/ioreq-servers')).body;
    expect(ioreq_servers).toMatchObject([
      { id: 1, default: true, enabled: true, ioreq_gfn: '0xfeffd', bufioreq_gfn: '0xfeffb' },
    ]);
    expect(ioreq_servers[0].bufioreq_port).toBe(Number(port));

    const body = { kind: 'in', port: 0x1f0, size: 1 };
    const { body: access } = await post('/domains/1/guest-access', body, {
      prefer: 'respond-async',
    });
    const exchange = '/domains/1/ioreq-servers/1/exchange';
    expect((await post(exchange, {})).body.ioreqs).toMatchObject([{ type: 'pio', addr: '0x1f0' }]);
    await post(exchange, { completions: [{ vcpu: 0, data: '0x50' }] });
    expect((await get(`/domains/1/guest-access/${access.id}`)).body).toMatchObject({
      outcome: 'completed',
      data: '0x50',
    });
  });
});
