import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../support/api.js';
import { evtchnSetup } from '../../../support/evtchn.js';

describe('send', () => {
  it('does make the other end pending', async () => {
    const { allocUnbound, bind, send, status } = await evtchnSetup();
    await allocUnbound(1, { remote_dom: 2 });
    await bind(2, { remote_dom: 1, remote_port: 1 });

    expect((await send(2, { port: 1 })).body).toEqual({ rc: 0 });

    expect((await status(1, { port: 1 })).body).toMatchObject({ pending: true });
  });

  it('does lose the event where nobody has bound the port', async () => {
    const { allocUnbound, send } = await evtchnSetup();
    await allocUnbound(1, { remote_dom: 2 });

    expect(verdictOf(await send(1, { port: 1 }))).toBe('ok');
  });

  it('answers errno EINVAL for a closed port and for one of Xen', async () => {
    const { send, post } = await evtchnSetup();
    expect(verdictOf(await send(1, { port: 1 }))).toBe('EINVAL');

    await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
    expect(verdictOf(await send(1, { port: 1 }))).toBe('EINVAL');
  });

  it('does not let in a port by name', async () => {
    const { send } = await evtchnSetup();

    expect((await send(1, { port: 'ioreq' })).status).toBe(400);
  });
});
