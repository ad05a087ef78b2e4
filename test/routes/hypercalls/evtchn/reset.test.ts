import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../support/api.js';
import { evtchnSetup } from '../../../support/evtchn.js';

describe('reset', () => {
  it("does close every port of a paused domain, but Xen's own", async () => {
    const { allocUnbound, post, status } = await evtchnSetup();
    await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });
    await allocUnbound(1, { remote_dom: 2 });
    await post('/domains/1/pause');

    expect((await post('/domains/1/evtchn/reset', {})).body).toEqual({ rc: 0 });

    expect((await status(1, { port: 2 })).body).toMatchObject({ status: 'closed' });
    expect(verdictOf(await status(1, { port: 1 }))).toBe('EACCES');
  });

  it("answers errno EINVAL for one that runs, unless it is the caller's own", async () => {
    const { post } = await evtchnSetup();

    expect(verdictOf(await post('/domains/1/evtchn/reset', {}))).toBe('EINVAL');
    expect(verdictOf(await post('/domains/1/evtchn/reset', {}, { 'xen-caller-domid': '1' }))).toBe(
      'ok',
    );
  });
});
