import { describe, expect, it } from 'vitest';
import { verdictOf } from '../../../support/api.js';
import { evtchnSetup } from '../../../support/evtchn.js';

describe('set_priority', () => {
  it('is for open ports of domains that have turned to event arrays', async () => {
    const { allocUnbound, post } = await evtchnSetup();
    await allocUnbound(1, { remote_dom: 2 });
    const set = async (port: number, priority: number) =>
      verdictOf(await post('/domains/1/evtchn/set_priority', { port, priority }));

    expect(await set(1, 0)).toBe('ENOSYS');
    await post('/domains/1/evtchn/init_control', { control_gfn: '0x100', offset: 0, vcpu: 0 });
    expect([await set(1, 0), await set(0, 0), await set(1, 16), await set(99, 0)]).toEqual([
      'ok',
      'EACCES',
      'EINVAL',
      'EINVAL',
    ]);
  });
});
