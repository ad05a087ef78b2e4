import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../support/api.js';
import { evtchnSetup } from '../../../support/evtchn.js';

describe('alloc_unbound', () => {
  it('does open the lowest free port, whoever is to bind it', async () => {
    const { allocUnbound, status, close } = await evtchnSetup();

    expect((await allocUnbound(1, { remote_dom: 0 })).body).toEqual({ rc: 0, port: 1 });
    expect((await allocUnbound(1, { remote_dom: 99 })).body).toEqual({ rc: 0, port: 2 });
    expect((await status(1, { port: 2 })).body).toMatchObject({ status: 'unbound', dom: 99 });
    await close(1, { port: 1 });
    expect((await allocUnbound(1, { remote_dom: 0x7ff0 })).body.port).toBe(1);
    expect((await status(1, { port: 1 })).body).toMatchObject({ status: 'unbound', dom: 0 });
  });

  it('does open ports of dom0 as well, and of the domain that says DOMID_SELF', async () => {
    const { allocUnbound, status } = await evtchnSetup();

    expect((await allocUnbound(0, { remote_dom: 1 })).body).toEqual({ rc: 0, port: 1 });
    await allocUnbound(0x7ff0, { remote_dom: 2 }, 1);
    expect((await status(1, { port: 1 })).body).toMatchObject({ dom: 2 });
  });

  it('answers errno ESRCH for no domain, EPERM to a stranger, ENOSPC when no port is left', async () => {
    const { allocUnbound, host } = await evtchnSetup();
    expect(verdictOf(await allocUnbound(9, { remote_dom: 0 }))).toBe('ESRCH');
    expect(verdictOf(await allocUnbound(1, { remote_dom: 0 }, 2))).toBe('EPERM');

    for (let n = 0; n < host.settings.maxEventChannelPort; n++)
      host.domain(1).eventChannels.allocUnbound(0);
    expect(verdictOf(await allocUnbound(1, { remote_dom: 0 }))).toBe('ENOSPC');
  });

  it('does not let in a domid of more than 16 bits', async () => {
    const { allocUnbound } = await evtchnSetup();

    expect((await allocUnbound(1, { remote_dom: 65536 })).status).toBe(400);
  });
});
