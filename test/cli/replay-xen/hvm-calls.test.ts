import { describe, expect, it } from 'vitest';
import { HVM_CALLS } from '../../../src/cli/replay-xen/hvm-calls.js';
import { worldOf } from '../../support/replay.js';

async function setup() {
  const world = await worldOf('sf_x');
  return (op: string, args: object) => HVM_CALLS[op]!(world, args as never, [], {});
}

describe('HVM_CALLS', () => {
  it('set and get parameters', async () => {
    const call = await setup();
    await call('HVMOP_set_param', { index: 34, value: '0x123' });

    expect(await call('HVMOP_get_param', { index: 34 })).toEqual({
      ret: 0,
      errno: null,
      out: { value: '0x123' },
    });
    expect(await call('HVMOP_get_param', { index: 1, why: 'no such domain' })).toMatchObject({
      errno: 'ESRCH',
    });
  });

  it('pass pointers as a step says', async () => {
    const call = await setup();

    expect(await call('hvm_op', { hvmop: 0, arg: 'null' })).toMatchObject({ errno: 'EFAULT' });
    expect(await call('hvm_op', { hvmop: 0, arg: 'zero bytes (domid 0)' })).toMatchObject({
      errno: 'EINVAL',
    });
    expect(await call('hvm_op', { hvmop: 9, arg: 'first field = the HVM domain' })).toMatchObject({
      errno: 'EOPNOTSUPP',
    });
  });
});
