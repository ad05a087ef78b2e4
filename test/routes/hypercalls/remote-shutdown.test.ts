import { describe, expect, it } from 'vitest';
import { api } from '../../support/api.js';

async function setup() {
  const { post, get, createDomain } = await api();
  await createDomain();
  return {
    dmop: (body: object) => post('/domains/1/dmop/remote_shutdown', body),
    domain: async () => (await get('/domains/1')).body,
  };
}

describe('remote_shutdown', () => {
  it.each([
    ['crash', 3],
    [0x103, 3],
    [0x100, 0],
    [0xffff_ffff, 255],
  ])('does stop the domain for reason %s', async (reason, kept) => {
    const { dmop, domain } = await setup();

    expect((await dmop({ reason })).body).toEqual({ rc: 0 });
    expect((await domain()).shutdown).toMatchObject({ reason: kept, complete: true });
  });

  it('does nothing the second time', async () => {
    const { dmop, domain } = await setup();
    await dmop({ reason: 'reboot' });

    expect((await dmop({ reason: 'crash' })).body).toEqual({ rc: 0 });
    expect((await domain()).shutdown).toMatchObject({ name: 'reboot' });
  });

  it('does not let in a reason that has no name', async () => {
    const { dmop } = await setup();

    expect((await dmop({ reason: 'boredom' })).status).toBe(400);
  });
});
