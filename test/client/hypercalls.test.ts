import { describe, expect, it } from 'vitest';
import { fakeXen } from '../support/served-device.js';

const guest = async () => (await fakeXen()).client.createDomain({ memory_mib: 4 });

describe('hypercallsIn', () => {
  it('issues an operation by its name', async () => {
    const domain = await guest();

    const { id } = await domain.dmop.create_ioreq_server({ handle_bufioreq: 0 });

    expect(id).toBe(0);
    await expect(
      domain.hvmop.map_mem_type({ id, type: 'ioreq_server', flags: ['write'] }),
    ).resolves.toEqual({ rc: 0 });
    await expect(
      domain.hvmop.set_mem_type({ hvmmem_type: 'ioreq_server', first_pfn: 0x100, nr: 1 }),
    ).resolves.toEqual({ rc: 0 });
    await expect(domain.hvmop.get_mem_type({ pfn: 0x100 })).resolves.toEqual({
      rc: 0,
      mem_type: 'ioreq_server',
    });
  });

  it('issues operations on memory, event channels and the domain', async () => {
    const domain = await guest();

    await expect(domain.memory.maximum_gpfn()).resolves.toMatchObject({ rc: expect.any(Number) });
    await expect(domain.evtchn.alloc_unbound({ remote_dom: 0 })).resolves.toMatchObject({ rc: 0 });
    await expect(domain.domctl.getdomaininfo()).resolves.toMatchObject({ rc: 0 });
  });

  it('throws what Xen refuses', async () => {
    const domain = await guest();

    await expect(
      domain.dmop.map_mem_type({ id: 7, type: 'ioreq_server', flags: 2 }),
    ).rejects.toMatchObject({ name: 'XenApiError', errno: 'ENOENT', rc: -2, status: 404 });
  });

  it('is no promise', async () => {
    const { dmop } = await guest();

    await expect(Promise.resolve(dmop)).resolves.toBe(dmop);
    expect(Object.prototype.toString.call(dmop)).toBe('[object Object]');
  });
});
