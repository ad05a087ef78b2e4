import { describe, expect, it, onTestFinished } from 'vitest';
import { startService } from '../../../src/cli/replay-xen/service.js';

describe('startService', () => {
  it('answers JSON and octets over a socket', async () => {
    const service = await serviceOfOwn();
    const { status, answer } = await service.send('POST', '/domains', { memory_mib: 4 });
    expect({ status, domid: answer.domid }).toEqual({ status: 201, domid: 1 });

    const written = await service.send('PUT', '/domains/1/ram?gpa=0', Uint8Array.of(1, 2, 3));
    expect(written.status).toBe(204);

    const { bytes } = await service.send('GET', '/domains/1/ram?gpa=1&length=2');
    expect([...bytes]).toEqual([2, 3]);
  });

  it('sends headers along', async () => {
    const service = await serviceOfOwn();

    const { answer } = await service.send(
      'POST',
      '/domains/1/hvmop/get_mem_type',
      { pfn: 0 },
      {
        'xen-caller-domid': 9,
      },
    );

    expect(answer.errno).toBe('ESRCH');
  });
});

async function serviceOfOwn() {
  const service = await startService();
  onTestFinished(() => service.close());
  return service;
}
