import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../support/api.js';
import { evtchnSetup } from '../../../support/evtchn.js';

describe('bind_vcpu', () => {
  it('does say which vcpu is told', async () => {
    const { allocUnbound, post, status } = await evtchnSetup();
    await allocUnbound(1, { remote_dom: 2 });
    const bind = (port: number, vcpu: number) =>
      post('/domains/1/evtchn/bind_vcpu', { port, vcpu });

    expect((await bind(1, 0)).body).toEqual({ rc: 0 });
    expect((await status(1, { port: 1 })).body).toMatchObject({ vcpu: 0 });
    expect(verdictOf(await bind(1, 9))).toBe('ENOENT');
    expect(verdictOf(await bind(2, 0))).toBe('EINVAL');
  });

  it("answers errno EINVAL for a port of Xen's own", async () => {
    const { post } = await evtchnSetup();
    await post('/domains/1/dmop/create_ioreq_server', { handle_bufioreq: 0 });

    expect(verdictOf(await post('/domains/1/evtchn/bind_vcpu', { port: 1, vcpu: 0 }))).toBe(
      'EINVAL',
    );
  });
});
