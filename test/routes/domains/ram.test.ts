import { describe, expect, it } from 'vitest';
import { api, verdictOf } from '../../support/api.js';

async function setup() {
  const tools = await api();
  await tools.createDomain({ memory: [{ first_gfn: 0, nr: 2 }], special_pages: false });
  return {
    ...tools,
    read: async (query: string) => [...(await tools.getBytes(`/domains/1/ram?${query}`)).body],
    write: (query: string, bytes: number[]) => tools.putBytes(`/domains/1/ram?${query}`, bytes),
  };
}

describe('/domains/{domid}/ram', () => {
  it('is what the guest loads and stores, across pages too', async () => {
    const { read, write, post } = await setup();

    expect((await write('gpa=0xffe', [1, 2, 3, 4])).status).toBe(204);
    expect(await read('gpa=4094&length=4')).toEqual([1, 2, 3, 4]);

    const access = { kind: 'read', gpa: '0xffe', size: 4 };
    expect((await post('/domains/1/guest-access', access)).body.data).toBe('0x4030201');
  });

  it('is read a page at a time where nothing is said', async () => {
    const { read } = await setup();

    expect(await read('')).toEqual(Array(4096).fill(0));
  });

  it('is there whatever the guest may do to it', async () => {
    const { read, write, post } = await setup();
    await post('/domains/1/hvmop/set_mem_type', { hvmmem_type: 'ram_ro', first_pfn: 1, nr: 1 });

    expect((await write('gpa=0x1000', [7])).status).toBe(204);
    expect(await read('gpa=0x1000&length=1')).toEqual([7]);
  });

  it('is written as a whole or not at all', async () => {
    const { read, write } = await setup();

    expect(verdictOf(await write('gpa=0x1ffe', [1, 2, 3, 4]))).toBe('EINVAL');
    expect(await read('gpa=0x1ffe&length=2')).toEqual([0, 0]);
  });

  it('answers ESRCH for no domain, EINVAL where there is no RAM', async () => {
    const { get, putBytes } = await setup();

    expect(verdictOf(await get('/domains/9/ram'))).toBe('ESRCH');
    expect(verdictOf(await get('/domains/1/ram?gpa=0x2000'))).toBe('EINVAL');
    expect(verdictOf(await putBytes('/domains/9/ram', [1]))).toBe('ESRCH');
  });

  it.each(['gpa=x', 'length=0', 'length=16777217'])('does not let in %s', async (query) => {
    const { get } = await setup();

    expect((await get(`/domains/1/ram?${query}`)).status).toBe(400);
  });

  it('takes nothing but an octet stream', async () => {
    const { app } = await setup();

    const { statusCode } = await app.inject({
      method: 'PUT',
      url: '/domains/1/ram',
      payload: { bytes: [1] },
    });

    expect(statusCode).toBe(415);
  });
});
