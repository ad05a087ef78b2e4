import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../support/api.js';
import { evtchnSetup } from '../../../support/evtchn.js';

describe('status', () => {
  it('does tell that a port waits for a domain, or that it is closed', async () => {
    const { allocUnbound, status } = await evtchnSetup();
    await allocUnbound(1, { remote_dom: 0 });

    expect((await status(1, { port: 1 })).body).toEqual({
      rc: 0,
      status: 'unbound',
      vcpu: 0,
      dom: 0,
      pending: false,
      masked: false,
    });
    expect((await status(1, { port: 0 })).body).toMatchObject({ status: 'closed' });
  });

  it('answers errno ESRCH for no domain, EPERM to a stranger, EINVAL for no port', async () => {
    const { status } = await evtchnSetup();

    expect(verdictOf(await status(9, { port: 1 }))).toBe('ESRCH');
    expect(verdictOf(await status(1, { port: 1 }, 2))).toBe('EPERM');
    expect(verdictOf(await status(1, { port: 5000 }))).toBe('EINVAL');
  });

  it("answers errno EACCES for a port of Xen's own", async () => {
    const { status, post } = await evtchnSetup();
    await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });

    expect(verdictOf(await status(1, { port: 1 }))).toBe('EACCES');
  });

  it('does not let in a port as text', async () => {
    const { status } = await evtchnSetup();

    expect((await status(1, { port: '1' })).status).toBe(400);
  });
});
