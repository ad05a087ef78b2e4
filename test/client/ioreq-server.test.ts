import { describe, expect, it } from 'vitest';
import { MMIO, servedDevice } from '../support/served-device.js';

const TRANSPORTS = ['exchange', 'websocket'] as const;

describe('IoreqServer', () => {
  it('describes itself', async () => {
    const { server } = await servedDevice();

    await expect(server.describe()).resolves.toMatchObject({ id: 0, enabled: true });
  });

  it.each(TRANSPORTS)('is served by %s', async (transport) => {
    const { domain, server } = await servedDevice();
    let register = 0n;
    const serving = server.serve(
      ({ dir, data }) => {
        if (dir === 'read') return register;
        register = BigInt(data);
        return undefined;
      },
      { transport },
    );

    await domain.guest.write(MMIO, 0x2a, { size: 4 });
    const [first, second] = await Promise.all([
      domain.guest.read(MMIO, { size: 4, vcpu: 0 }),
      domain.guest.read(MMIO, { size: 4, vcpu: 1 }),
    ]);

    expect(first).toMatchObject({ outcome: 'completed', data: '0x2a' });
    expect(second).toMatchObject({ outcome: 'completed', data: '0x2a' });
    await serving.stop();
    await expect(domain.guest.read(MMIO, { wait: 0 })).resolves.toMatchObject({
      outcome: 'pending',
    });
  });

  it.each(TRANSPORTS)('answers by %s what was asked before it is stopped', async (transport) => {
    const { domain, server } = await servedDevice();
    let stopped: Promise<void> | undefined;
    const serving = server.serve(
      () => {
        stopped = serving.stop();
        return 7;
      },
      { transport },
    );

    await expect(domain.guest.read(MMIO)).resolves.toMatchObject({ data: '0x7' });
    await stopped;
  });

  it.each(TRANSPORTS)('stops before it has begun by %s', async (transport) => {
    const { server } = await servedDevice();

    await server.serve(() => 0, { transport }).stop();
  });

  it.each(TRANSPORTS)('ends by %s with what a handler throws', async (transport) => {
    const { domain, server } = await servedDevice();
    const { ended } = server.serve(() => Promise.reject(new Error('no such register')), {
      transport,
    });
    const failure = expect(ended).rejects.toThrow('no such register');

    await domain.guest.read(MMIO, { wait: 0 });

    await failure;
  });

  it.each(TRANSPORTS)('ends by %s when its domain is destroyed', async (transport) => {
    const { domain, server } = await servedDevice();
    const { ended } = server.serve(() => 1, { transport });
    const failure = expect(ended).rejects.toThrow();
    await domain.guest.read(MMIO);

    await domain.destroy();

    await failure;
  });
});
