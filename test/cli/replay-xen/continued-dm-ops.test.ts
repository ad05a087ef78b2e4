import { describe, expect, it } from 'vitest';
import { CONTINUED_DM_OPS } from '../../../src/cli/replay-xen/continued-dm-ops.js';
import { addServerA, worldOf } from '../../support/replay.js';

async function setup() {
  const world = await worldOf();
  await addServerA(world);
  return (op: keyof typeof CONTINUED_DM_OPS, args: object) =>
    CONTINUED_DM_OPS[op](world, args as never, [], {});
}

describe('CONTINUED_DM_OPS', () => {
  it('show what is in their struct afterwards', async () => {
    const call = await setup();
    const pages = { mem_type: 4, first_pfn: '0x400', nr: 2 };

    expect(
      await call('map_mem_type_to_ioreq_server', { id: 0, type: 4, flags: 2, opaque: 0 }),
    ).toEqual({ ret: 0, errno: null, out: { opaque: 0 } });
    expect(await call('set_mem_type', pages)).toEqual({
      ret: 0,
      errno: null,
      out: { first_pfn: '0x400', nr: 2 },
    });
  });

  it('have extents in a buffer of their own', async () => {
    const call = await setup();
    const extent = { first_pfn: '0x400', nr: 1 };

    expect(await call('modified_memory', { ...extent, buf1_size: 32 })).toMatchObject({
      errno: null,
      out: { nr_extents: 2, opaque: 0 },
    });
    expect(await call('modified_memory', { ...extent, nr_extents: 3 })).toMatchObject({
      out: { nr_extents: 3 },
    });
  });
});
