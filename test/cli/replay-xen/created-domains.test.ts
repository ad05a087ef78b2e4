import { describe, expect, it } from 'vitest';
import { CREATED_DOMAINS } from '../../../src/cli/replay-xen/created-domains.js';
import { worldOf } from '../../support/replay.js';

const SERVED = { scenario: 's', step: 1, op: 'domctl_set_target', args: { why: 'good' } };

async function setup() {
  const world = await worldOf('rc_x', { version: '4.22', steps: [SERVED] });
  const call = (op: string, args: object = {}) =>
    CREATED_DOMAINS[`domctl_${op}`]!(world, args as never, [], {});
  return { world, call };
}

describe('CREATED_DOMAINS', () => {
  it('create domains by their kind or by their configuration', async () => {
    const { world, call } = await setup();

    expect(await call('createdomain', { kind: 'PV' })).toMatchObject({ ret: 0 });
    expect(world.domid).toBe(1);
    expect(await call('createdomain', { max_vcpus: 2 })).toMatchObject({ ret: 0 });
    expect(world.domid).toBe(0x100);
  });

  it('destroy the domain, whose memory dom0 has mapped', async () => {
    const { world, call } = await setup();

    expect(await call('destroydomain')).toMatchObject({ ret: 0 });
    expect(await call('destroydomain')).toMatchObject({ ret: 0 });
    await world.pages.unmap(['ram']);
    expect(await call('destroydomain')).toMatchObject({ errno: 'ESRCH' });
    expect(await call('destroydomain', { domain: 0 })).toMatchObject({ errno: 'EINVAL' });
  });

  // prettier-ignore
  it.each([
    ['itself',            'EINVAL'],
    ['none such',         'ESRCH'],
    ['dom0 as target',    'EOPNOTSUPP'],
    ['caller none such',  'ESRCH'],
    ['good',              null],
  ])('make a domain the device model of another: %s', async (why, errno) => {
    const { call } = await setup();

    expect(await call('set_target', { why })).toMatchObject({ errno });
  });
});
