/** What somebody finds who opens the console for the first time. */

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from './support/browser.js';
import { WRITTEN, setScene } from './support/scene.js';
import { startService, type Service } from './support/service.js';

let service: Service;

beforeAll(async () => {
  service = await startService();
  await setScene(service.client);
});
afterAll(() => service.kill());

describe('the first page', () => {
  it('says why a vcpu is blocked', async () => {
    const page = await openPage(`${service.url}/console/`);
    const row = page.getByRole('row', { name: 'blocked_in_xen' });

    await row.waitFor();
    expect(await row.textContent()).toContain(
      `it waits for ioreq server 0 to answer a 4-byte write of 0x2a at address ${WRITTEN}; ` +
        'no device model has asked for it yet',
    );
  });

  it('leads to who owns a page in two steps', async () => {
    const page = await openPage(`${service.url}/console/`);
    await page.getByLabel('Who gets an access to guest-physical address').fill(WRITTEN);
    await page.getByRole('button', { name: 'Ask' }).click();

    await page
      .getByText(/ioreq server 0/)
      .first()
      .waitFor();
    expect(page.url()).toContain('/servers/1');
  });

  it('shows a request red once nobody has answered it for a second', async () => {
    const page = await openPage(`${service.url}/console/`);

    await page.locator('td .bad', { hasText: / s$/ }).waitFor();
  });
});
