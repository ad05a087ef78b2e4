import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../../support/api.js';

async function setup() {
  const { post, createDomain } = await api();
  await createDomain();
  return (offset: number, vcpu: number) =>
    post('/domains/1/evtchn/init_control', { control_gfn: '0x100', offset, vcpu });
}

describe('init_control', () => {
  it('does turn a domain to event arrays', async () => {
    expect((await (await setup())(0, 0)).body).toEqual({ rc: 0, link_bits: 17 });
  });

  // prettier-ignore
  it.each([
    ['a vcpu that there is not',        0,    9, 'ENOENT'],
    ['a block that crosses the page',   4088, 0, 'EINVAL'],
    ['a block that is not aligned',     4,    0, 'EINVAL'],
  ])('answers errno for %s', async (_, offset, vcpu, errno) => {
    expect(verdictOf(await (await setup())(offset, vcpu))).toBe(errno);
  });
});
