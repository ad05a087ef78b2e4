import { describe, expect, it, onTestFinished } from 'vitest';
import { openPage } from './support/browser.js';
import { setScene } from './support/scene.js';
import { startService } from './support/service.js';

describe('a connection that is lost', () => {
  it('is said, and what is shown afterwards is the new host', async () => {
    const first = await startService();
    const port = Number(new URL(first.url).port);
    await setScene(first.client);
    const page = await openPage(`${first.url}/console/`, { expected: /ERR_/ });
    await page.getByText('blocked_in_xen').waitFor();

    await first.kill();
    await page.getByText('connection lost').waitFor();
    expect(await page.getByText('blocked_in_xen').count()).toBe(1);

    const second = await startService(port);
    onTestFinished(() => second.kill());
    await page.locator('header .live.live').waitFor();
    await page.getByText('runnable').waitFor();
    await setScene(second.client);
    await page.getByText('blocked_in_xen').waitFor();
  });

  it('survives a reset of the host, which begins its journal anew', async () => {
    const service = await startService();
    onTestFinished(() => service.kill());
    await setScene(service.client);
    const page = await openPage(`${service.url}/console/`);
    await page.getByText('blocked_in_xen').waitFor();

    await service.client.api.POST('/reset', { body: null });
    await page.getByText('runnable').waitFor();
    await setScene(service.client);
    await page.getByText('blocked_in_xen').waitFor();
  });
});

describe('a journal that forgets', () => {
  it('leaves a gap, and what is shown is so all the same', async () => {
    const service = await startService(0, '--journal-records', '64');
    onTestFinished(() => service.kill());
    const { domain } = await setScene(service.client);
    const muchHappens = async () => {
      for (let time = 0; time < 100; time++) {
        await domain.pause();
        await domain.unpause();
      }
    };
    await muchHappens();
    const page = await openPage(`${service.url}/console/`);
    await page.getByText('blocked_in_xen').waitFor();
    await muchHappens();
    await domain.pause();

    await page.getByText('paused by its toolstack').waitFor();
    await page.goto(`${service.url}/console/#/default/journal`);
    await page.getByText(/before record \d+ is not remembered/).waitFor();
  });
});

describe('a service that asks for a token', () => {
  it('is given it by the page', async () => {
    const service = await startService(0, '--token', 'secret');
    onTestFinished(() => service.kill());
    const page = await openPage(`${service.url}/console/`, { expected: /401/ });
    await page.getByLabel('The one that it was started with').fill('secret');
    await page.getByRole('button', { name: 'Go on' }).click();

    await page.getByText('xengt-guest').first().waitFor();
    await page.locator('header .live.live').waitFor();
  });
});
