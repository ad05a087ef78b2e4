import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

const D1 = {
  domid: 1,
  type: 'hvm',
  hap: true,
  vcpus: 1,
  emulation: 'full',
  profile: '4.17',
  knobs: {},
  pages: 1024 - 32 + 16,
  max_mapped_gfn: '0xfefff',
  entry_count: 0,
  pause_count: 0,
  controller_pause_count: 0,
  ioreq_servers: [],
};

describe('POST /domains', () => {
  it('does create a domain, says what it is and where', async () => {
    const { post } = await api();

    const { status, body, headers } = await post('/domains', { memory_mib: 4 });

    expect([status, headers['location']]).toEqual([201, '/domains/1']);
    expect(body).toEqual(D1);
  });

  it('does take everything from the caller who says everything', async () => {
    const { post, get } = await api();

    const { body } = await post('/domains', {
      name: 'guest',
      domid: 7,
      type: 'pvh',
      hap: true,
      vcpus: 128,
      memory: [{ first_gfn: '0x200', nr: 512, order: 9 }],
      special_pages: false,
      params: { IOREQ_SERVER_PFN: '0x930', NR_IOREQ_SERVER_PAGES: 8 },
      emulation: 'lapic',
      profile: '4.22',
      knobs: { mmio_cache_entries: 3 },
      paused: true,
    });

    expect(body).toEqual({
      ...D1,
      domid: 7,
      name: 'guest',
      type: 'pvh',
      vcpus: 128,
      emulation: 'lapic',
      profile: '4.22',
      knobs: { mmio_cache_entries: 3 },
      pages: 512,
      max_mapped_gfn: '0x3ff',
      pause_count: 1,
      controller_pause_count: 1,
    });
    expect((await get('/domains/7/p2m/0x3ff')).body).toMatchObject({ type: 'ram_rw', order: 9 });
  });

  it('does give domids upwards and not anew at once', async () => {
    const { createDomain, delete: destroy } = await api();
    await createDomain();
    await destroy('/domains/1');

    expect(await createDomain()).toMatchObject({ domid: 2 });
  });

  it('does leave a PV domain without what needs a p2m', async () => {
    const { post } = await api();

    const { body } = await post('/domains', { type: 'pv' });

    expect(body).toMatchObject({ type: 'pv', hap: false });
    expect(body).not.toHaveProperty('max_mapped_gfn');
  });

  // prettier-ignore
  it.each([
    ['no vcpus',                        { vcpus: 0 },                                     'EINVAL'],
    ['129 vcpus',                       { vcpus: 129 },                                   'EINVAL'],
    ['a knob that there is not',        { knobs: { speed: 'high' } },                     'EINVAL'],
    ['a value that a knob has not',     { knobs: { null_owner: 'maybe' } },               'EINVAL'],
    ['2 MiB pages that are not whole',  { memory: [{ first_gfn: 1, nr: 512, order: 9 }] }, 'EINVAL'],
    ['no HAP where there is no shadow', { hap: false },                                   'EOPNOTSUPP'],
    ['a PV domain with HAP',            { type: 'pv', hap: true },                        'EINVAL'],
  ])('answers errno for %s', async (_, body, errno) => {
    const { post } = await api();

    expect(verdictOf(await post('/domains', body))).toBe(errno);
  });

  it.each([
    ['a profile that there is not', { profile: '4.16' }],
    ['a sort of guest that there is not', { type: 'hvmlite' }],
    ['a parameter that there is not', { params: { IOREQ: 1 } }],
    ['an order that there is not', { memory: [{ first_gfn: 0, nr: 1, order: 1 }] }],
    ['memory as text', { memory_mib: '64' }],
    ['what it does not know', { memory_mb: 64 }],
  ])('does not let in %s', async (_, body) => {
    const { post } = await api();

    expect((await post('/domains', body)).status).toBe(400);
  });
});

describe('/domains', () => {
  it('lists every domain by domid, dom0 not among them', async () => {
    const { createDomain, get } = await api();
    await createDomain({ domid: 5 });
    await createDomain();

    const { body } = await get('/domains');

    expect(body.domains.map(({ domid }: { domid: number }) => domid)).toEqual([1, 5]);
  });

  it('shows one, and destroys it', async () => {
    const { createDomain, get, delete: destroy } = await api();
    await createDomain();

    expect((await get('/domains/1')).body).toEqual(D1);
    expect((await destroy('/domains/1')).status).toBe(204);
    expect(verdictOf(await get('/domains/1'))).toBe('ESRCH');
    expect(verdictOf(await destroy('/domains/1'))).toBe('ESRCH');
  });
});

describe('/domains/{domid}/pause and unpause', () => {
  it('nest', async () => {
    const { createDomain, post } = await api();
    await createDomain();

    await post('/domains/1/pause');
    expect((await post('/domains/1/pause')).body).toMatchObject({ controller_pause_count: 2 });
    await post('/domains/1/unpause');
    expect((await post('/domains/1/unpause')).body).toMatchObject({ pause_count: 0 });
    expect(verdictOf(await post('/domains/1/unpause'))).toBe('EINVAL');
  });

  it('let no domain be paused more than 255 times', async () => {
    const { createDomain, post } = await api();
    await createDomain();
    for (let n = 0; n < 255; n++) await post('/domains/1/pause');

    expect(verdictOf(await post('/domains/1/pause'))).toBe('EOVERFLOW');
  });
});

describe('/domains/{domid}/shutdown and resume', () => {
  it('take the first reason, by name or number, and take it back', async () => {
    const { createDomain, post } = await api();
    await createDomain();

    const shutdown = { reason: 2, name: 'suspend', complete: true };
    expect((await post('/domains/1/shutdown', { reason: 'suspend' })).body).toMatchObject({
      shutdown,
    });
    expect((await post('/domains/1/shutdown', { reason: 3 })).body).toMatchObject({ shutdown });
    expect((await post('/domains/1/resume')).body).not.toHaveProperty('shutdown');
  });

  it('keep a number that means nothing, as Xen does', async () => {
    const { createDomain, post } = await api();
    await createDomain();

    const { body } = await post('/domains/1/shutdown', { reason: 0x109 });

    expect(body.shutdown).toEqual({ reason: 9, complete: true });
  });

  it.each(['pause', 'unpause', 'resume'])(
    '%s answers ESRCH where there is no domain',
    async (verb) => {
      const { post } = await api();

      expect(verdictOf(await post(`/domains/1/${verb}`))).toBe('ESRCH');
    },
  );
});
