import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup() {
  const { post, createDomain } = await api();
  await createDomain({ special_pages: false });
  const shadowOp = (body: object) => post('/domains/1/domctl/shadow_op', body);
  await shadowOp({ op: 'enable_logdirty' });
  return {
    modified: (body: object, era = 'dmop') => post(`/domains/1/${era}/modified_memory`, body),
    dirty: async () => (await shadowOp({ op: 'clean', pages: 0x20 })).body.dirty_bitmap,
  };
}

describe('modified_memory', () => {
  it('does mark the pages of its extents', async () => {
    const { modified, dirty } = await setup();

    const extents = [
      { first_pfn: '0x1', nr: 2 },
      { first_pfn: '0x10', nr: 1, pad: 0 },
    ];
    expect((await modified({ extents })).body).toEqual({ rc: 0 });

    expect(await dirty()).toBe('06000100');
  });

  it('does mark one range, as an HVMOP', async () => {
    const { modified, dirty } = await setup();

    expect((await modified({ first_pfn: '0x8', nr: 3 }, 'hvmop')).body).toEqual({ rc: 0 });

    expect(await dirty()).toBe('00070000');
  });

  it('does give way after 256 pages, and goes on', async () => {
    const { modified } = await setup();
    const call = { extents: [{ first_pfn: '0x0', nr: 300 }], preempt: { after_batches: 1 } };

    const { body } = await modified({ ...call });
    expect(body).toEqual({ rc: -85, errno: 'ERESTART', nr_extents: 1, opaque: 256 });
    expect((await modified({ ...call, nr_extents: 1, opaque: 256 })).body).toEqual({ rc: 0 });
    const range = { first_pfn: '0x0', nr: 300, preempt: { after_batches: 1 } };
    expect((await modified(range, 'hvmop')).body).toMatchObject({ first_pfn: '0x100', nr: 44 });
  });

  // prettier-ignore
  it.each([
    ['a bad extent',           'dmop',  { extents: [{ first_pfn: '0x1', nr: 0 }] }],
    ['a buffer too short',     'dmop',  { extents: [], nr_extents: 1 }],
    ['no buffer of extents',   'dmop',  {}],
    ['opaque beyond an extent','dmop',  { extents: [{ first_pfn: '0x1', nr: 1 }], opaque: 1 }],
    ['a range beyond the map', 'hvmop', { first_pfn: '0x400', nr: 1 }],
  ])('answers EINVAL for %s', async (_, era, body) => {
    const { modified } = await setup();

    expect(verdictOf(await modified(body, era))).toBe('EINVAL');
  });

  it.each([
    ['extents of an HVMOP', 'hvmop', { extents: [] }],
    ['a range of a DMOP', 'dmop', { first_pfn: '0x1', nr: 1 }],
  ])('does not let in %s', async (_, era, body) => {
    const { modified } = await setup();

    expect((await modified(body, era)).status).toBe(400);
  });
});
