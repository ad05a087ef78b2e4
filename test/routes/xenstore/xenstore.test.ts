import { describe, expect, it } from 'vitest';
import { api } from '../../support/api.js';

describe('GET /xenstore/…', () => {
  it('has what a toolstack writes for a domain, until it is destroyed', async () => {
    const { createDomain, get, delete: remove } = await api();
    const { domid } = await createDomain({ toolstack: true, memory_mib: 8 });

    expect((await get(`/xenstore/local/domain/${domid}/memory/target`)).body).toEqual({
      path: `/local/domain/${domid}/memory/target`,
      value: '8192',
      permissions: ['n0', `r${domid}`],
      children: [],
    });
    await remove(`/domains/${domid}`);
    expect((await get(`/xenstore/local/domain/${domid}`)).status).toBe(404);
  });

  it('refuses what is no path', async () => {
    const { get } = await api();

    expect((await get('/xenstore/a//b')).status).toBe(422);
    expect((await get('/xenstore/')).body).toMatchObject({
      path: '/',
      children: ['tool', 'local', 'vm', 'libxl'],
    });
  });
});
