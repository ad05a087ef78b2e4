import { describe, expect, it } from 'vitest';
import { connect } from '../../src/client/connect.js';
import { fakeXen } from '../support/served-device.js';

describe('connect', () => {
  it('reaches a host at its URL', async () => {
    const host = connect(`${(await fakeXen()).url}/`);

    const domain = await host.createDomain();

    await expect(host.domains()).resolves.toMatchObject([{ domid: domain.domid }]);
    expect(host.domain(domain.domid).domid).toBe(domain.domid);
  });

  it('calls as the domain that it is told', async () => {
    const { url, client } = await fakeXen();
    const { domid } = await client.createDomain();
    const stranger = await client.createDomain();

    const domain = connect(url, { caller: stranger.domid }).domain(domid);

    await expect(domain.createIoreqServer()).rejects.toMatchObject({ errno: 'EPERM', status: 403 });
  });

  it('gives every operation by its path', async () => {
    const { api } = (await fakeXen()).client;

    const { data } = await api.GET('/healthz');

    expect(data).toBeDefined();
  });
});
