import { describe, expect, it } from 'vitest';
import { cliService } from '../../support/cli-service.js';

describe('fakexen ioreq serve', () => {
  const service = cliService();
  /** Whether each server that there is is enabled; none: there is none. */
  const enabled = async () => {
    const params = { path: { domid: 1 } };
    const { data } = await service.client.api.GET('/domains/{domid}/ioreq-servers', { params });
    return data?.ioreq_servers.map((server) => server.enabled);
  };

  it('is a device model for as many requests as it is told, and goes', async () => {
    const domain = await service.client.createDomain({ memory_mib: 1 });
    const line = ['ioreq', 'serve', '1', '--port', '0x10-0x1f', '--port', '32', '--echo'];
    const serving = service.run([...line, '--count', '2']);
    await expect.poll(enabled).toEqual([true]);

    const port = { size: 1 } as const;
    await domain.guest.out(16, 7, port);
    expect(await domain.guest.in(16, port)).toMatchObject({ data: '0x7' });
    expect(await serving).toEqual({
      status: 0,
      err: '',
      out:
        '#1 vcpu 0 pio write 0x10 size 1 data 0x7\n' +
        '#2 vcpu 0 pio read 0x10 size 1 answered 0x7\n',
    });
    expect(await enabled()).toEqual([]);
  });

  it('ends when it is interrupted', async () => {
    const ending = new AbortController();
    const line = ['ioreq', 'serve', '1', '--port', '0x10', '--value', '0x2a', '--json'];
    const serving = service.run(line, { signal: ending.signal });
    await expect.poll(enabled).toEqual([true]);

    const guest = service.client.domain(1).guest;
    expect(await guest.in(16, { size: 1 })).toMatchObject({ data: '0x2a' });
    ending.abort();

    const { out, status } = await serving;
    expect(status).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ dir: 'read', answer: '0x2a' });
  });

  it.each([
    [['--value', '1', '--echo'], 'only one of --value, --echo and --command'],
    [['--memory', 'here'], '--memory: here is no range'],
  ])('makes no sense of %j', async (flags, message) => {
    const { status, err } = await service.run(['ioreq', 'serve', '1', ...flags]);

    expect(status).toBe(2);
    expect(err).toContain(message);
  });
});
