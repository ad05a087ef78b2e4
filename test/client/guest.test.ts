import { describe, expect, it } from 'vitest';
import { MMIO, fakeXen, servedDevice } from '../support/served-device.js';

const guest = async () => (await (await fakeXen()).client.createDomain({ memory_mib: 4 })).guest;

describe('Guest', () => {
  it('writes and reads memory', async () => {
    const domain = await guest();

    await expect(domain.write(0x1000, 2n ** 64n - 1n)).resolves.toMatchObject({
      outcome: 'completed',
    });
    await expect(domain.read('0x1000', { size: 4 })).resolves.toMatchObject({ data: '0xffffffff' });
  });

  it('reads, modifies and writes', async () => {
    const domain = await guest();
    await domain.write(0x1000, 40, { size: 4 });

    await domain.rmw('add', 0x1000, 2, { size: 4 });

    await expect(domain.read(0x1000, { size: 4 })).resolves.toMatchObject({ data: '0x2a' });
  });

  it('executes machine code', async () => {
    const lockXadd = 'f00fc107';

    const { outcome, regs } = await (await guest()).insn(lockXadd, { rax: '0x1', rdi: '0x1000' });

    expect(outcome).toBe('completed');
    expect(regs).toMatchObject({ rax: '0x0' });
  });

  it('reads all ones from a port where nobody is', async () => {
    const domain = await guest();

    await expect(domain.in(0x3f8, { size: 1 })).resolves.toMatchObject({ data: '0xff' });
    await expect(domain.out(0x3f8, 0x41, { size: 1 })).resolves.toMatchObject({
      outcome: 'completed',
    });
  });

  it('does whatever else there is', async () => {
    const answer = await (
      await guest()
    ).access({ kind: 'rep_stos', gpa: '0x2000', size: 8, count: 4, data: '0x7' });

    expect(answer.outcome).toBe('completed');
  });

  it('waits as long as it is told', async () => {
    const { domain, server } = await servedDevice();

    const { id, outcome } = await domain.guest.read(MMIO, { size: 4, wait: 0 });
    expect(outcome).toBe('pending');
    await expect(domain.guest.accessById(id)).resolves.toMatchObject({ outcome: 'pending' });

    const serving = server.serve(() => 5);
    await expect(domain.guest.accessById(id, { wait: 10 })).resolves.toMatchObject({
      outcome: 'completed',
      data: '0x5',
    });
    await serving.stop();
  });

  it('waits a time and no longer', async () => {
    const { domain } = await servedDevice();

    await expect(domain.guest.read(MMIO, { wait: 1 })).resolves.toMatchObject({
      outcome: 'pending',
    });
  });
});
