import { describe, expect, it } from 'vitest';
import { fakeXen } from '../support/served-device.js';

const guest = async () => (await fakeXen()).client.createDomain({ memory_mib: 4 });

describe('Domain', () => {
  it('describes itself', async () => {
    await expect((await guest()).describe()).resolves.toMatchObject({ domid: 1, type: 'hvm' });
  });

  it('is paused and unpaused', async () => {
    const domain = await guest();

    await domain.pause();
    await expect(domain.guest.read(0, { wait: 0 })).resolves.toMatchObject({ outcome: 'pending' });
    await domain.unpause();

    await expect(domain.guest.accessById(1, { wait: 10 })).resolves.toMatchObject({
      outcome: 'completed',
    });
  });

  it('is destroyed', async () => {
    const domain = await guest();

    await domain.destroy();

    await expect(domain.describe()).rejects.toMatchObject({ errno: 'ESRCH' });
  });

  it('has the ioreq servers that are created', async () => {
    const domain = await guest();

    const server = await domain.createIoreqServer();

    expect(server).toMatchObject({ domid: 1, id: 0 });
    await expect(domain.ioreqServer(0).describe()).resolves.toMatchObject({ id: 0 });
  });
});
