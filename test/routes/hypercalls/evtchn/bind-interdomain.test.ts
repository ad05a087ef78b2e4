import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../support/api.js';
import { evtchnSetup } from '../../../support/evtchn.js';

describe('bind_interdomain', () => {
  it('does bind a port of dom0 to one that waits for it, and it is pending at once', async () => {
    const { allocUnbound, bind, status } = await evtchnSetup();
    await allocUnbound(1, { remote_dom: 0 });

    expect((await bind(0, { remote_dom: 1, remote_port: 1 })).body).toEqual({
      rc: 0,
      local_port: 1,
    });

    expect((await status(0, { port: 1 })).body).toMatchObject({
      status: 'interdomain',
      dom: 1,
      remote_port: 1,
      pending: true,
    });
    expect((await status(1, { port: 1 })).body).toMatchObject({
      status: 'interdomain',
      dom: 0,
      remote_port: 1,
      pending: false,
    });
  });

  // prettier-ignore
  it.each([
    ['no remote domain',                  { remote_dom: 9, remote_port: 1 }, 'ESRCH'],
    ['a port that waits for another',     { remote_dom: 1, remote_port: 1 }, 'EINVAL'],
    ['a port that is closed',             { remote_dom: 1, remote_port: 2 }, 'EINVAL'],
    ['port 0',                            { remote_dom: 1, remote_port: 0 }, 'EINVAL'],
    ['a port beyond all',                 { remote_dom: 1, remote_port: 5000 }, 'EINVAL'],
  ])('answers errno for %s', async (_, body, errno) => {
    const { allocUnbound, bind } = await evtchnSetup();
    await allocUnbound(1, { remote_dom: 2 });

    expect(verdictOf(await bind(0, body))).toBe(errno);
  });

  it('answers errno EINVAL for a port that is bound already', async () => {
    const { allocUnbound, bind } = await evtchnSetup();
    await allocUnbound(1, { remote_dom: 0 });
    await bind(0, { remote_dom: 1, remote_port: 1 });

    expect(verdictOf(await bind(0, { remote_dom: 1, remote_port: 1 }))).toBe('EINVAL');
  });

  it('does not let in a port without a domain', async () => {
    const { bind } = await evtchnSetup();

    expect((await bind(0, { remote_port: 1 })).status).toBe(400);
  });
});
