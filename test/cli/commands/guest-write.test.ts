import { beforeAll, describe, expect, it } from 'vitest';
import { cliService } from '../../support/cli-service.js';

describe('fakexen guest', () => {
  const service = cliService();
  beforeAll(async () => {
    await service.client.createDomain({ memory_mib: 4 });
  });

  it('writes, and reads what it wrote', async () => {
    const args = ['guest', 'write', '1', '0x1000', '0x1122334455667788', '--size', '8'];
    expect((await service.run(args)).status).toBe(0);

    const { out } = await service.run(['guest', 'read', '1', '4096', '--size', '8']);
    expect(out).toMatch(/^data +0x1122334455667788$/m);
  });

  it('tells each step', async () => {
    const { out } = await service.run(['guest', 'read', '1', '0', '--trace']);

    expect(out).toContain('{"step":');
  });

  it('ends with 1 where something befalls the guest', async () => {
    const { status, out } = await service.run([
      'guest',
      'write',
      '1',
      '0xfee00000000',
      '1',
      '--json',
    ]);

    expect({ status, outcome: JSON.parse(out).outcome }).not.toMatchObject({ outcome: 'pending' });
    expect(status).toBe(JSON.parse(out).outcome === 'completed' ? 0 : 1);
  });
});
