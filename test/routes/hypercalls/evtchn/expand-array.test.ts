import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

describe('expand_array', () => {
  it('is for domains that have turned to event arrays', async () => {
    const { post, createDomain } = await api();
    await createDomain();
    const expand = () => post('/domains/1/evtchn/expand_array', { array_gfn: '0x101' });

    expect(verdictOf(await expand())).toBe('EOPNOTSUPP');
    await post('/domains/1/evtchn/init_control', { control_gfn: '0x100', offset: 0, vcpu: 0 });
    expect((await expand()).body).toEqual({ rc: 0 });
  });
});
