import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../support/api.js';
import { evtchnSetup } from '../../../support/evtchn.js';

describe('unmask', () => {
  it('does let the events of a port through again', async () => {
    const { allocUnbound, unmask, status, host } = await evtchnSetup();
    await allocUnbound(1, { remote_dom: 0 });
    host.domain(1).eventChannels.mask(1);

    expect((await unmask(1, { port: 1 })).body).toEqual({ rc: 0 });
    expect((await status(1, { port: 1 })).body.masked).toBe(false);
  });

  it('answers errno EINVAL where there is no such port', async () => {
    const { unmask } = await evtchnSetup();

    expect(verdictOf(await unmask(1, { port: 5000 }))).toBe('EINVAL');
  });

  it('does not let in nothing', async () => {
    const { unmask } = await evtchnSetup();

    expect((await unmask(1, {})).status).toBe(400);
  });
});
