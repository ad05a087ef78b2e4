import { describe, expect, it } from 'vitest';
import { cliService } from '../../support/cli-service.js';

describe('fakexen ioreq tail', () => {
  const service = cliService();

  it('shows each request and its answer, from the record that it is told', async () => {
    const domain = await service.client.createDomain({ memory_mib: 1 });
    const serving = service.run(['ioreq', 'serve', '1', '--port', '0x10', '--count', '1']);
    const params = { path: { domid: 1, id: 0 } };
    const server = '/domains/{domid}/ioreq-servers/{id}';
    const isEnabled = async () => (await service.client.api.GET(server, { params })).data?.enabled;
    await expect.poll(isEnabled).toBe(true);
    await domain.guest.in(16, { size: 1 });
    await serving;

    const ending = new AbortController();
    const kinds: string[] = [];
    const { status } = await service.run(['ioreq', 'tail', '--after', '0', '--json'], {
      signal: ending.signal,
      onOut(text) {
        kinds.push(JSON.parse(text).kind);
        if (kinds.length === 3) ending.abort();
      },
    });

    expect(status).toBe(0);
    expect(kinds).toEqual(['ioreq', 'ioreq_delivered', 'ioreq_completed']);
  });
});
