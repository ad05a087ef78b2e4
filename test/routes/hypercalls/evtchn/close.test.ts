import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../support/api.js';
import { evtchnSetup } from '../../../support/evtchn.js';

describe('close', () => {
  it('does close a port, and the other end waits again for the same domain', async () => {
    const { allocUnbound, bind, close, status } = await evtchnSetup();
    await allocUnbound(1, { remote_dom: 2 });
    await bind(2, { remote_dom: 1, remote_port: 1 });

    expect((await close(2, { port: 1 })).body).toEqual({ rc: 0 });

    expect((await status(2, { port: 1 })).body).toMatchObject({ status: 'closed' });
    expect((await status(1, { port: 1 })).body).toMatchObject({ status: 'unbound', dom: 2 });
    expect(verdictOf(await bind(2, { remote_dom: 1, remote_port: 1 }))).toBe('ok');
  });

  it("answers errno EINVAL for a port that is not open, and for one of Xen's own", async () => {
    const { close, post } = await evtchnSetup();
    expect(verdictOf(await close(1, { port: 1 }))).toBe('EINVAL');

    await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
    expect(verdictOf(await close(1, { port: 1 }))).toBe('EINVAL');
  });

  it('does not let in a negative port', async () => {
    const { close } = await evtchnSetup();

    expect((await close(1, { port: -1 })).status).toBe(400);
  });
});
