import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { faultsOf } from './support/axe.js';
import { openPage } from './support/browser.js';
import { startService, type Service } from './support/service.js';

let service: Service;

beforeAll(async () => {
  service = await startService();
});
afterAll(() => service.kill());

const hostsOf = async () =>
  (await service.client.api.GET('/hosts')).data!.hosts.map(({ name }) => name);

describe('the tour', () => {
  it('is played to its end on a host of its own, which goes with it', async () => {
    const page = await openPage(`${service.url}/console/#/default/tour`, {
      reducedMotion: 'reduce',
      expected: /409/, // The second claim is refused.
    });
    await page.getByRole('button', { name: 'Start the tour' }).click();
    const where = page.locator('.tour-controls');
    await where.waitFor();
    const [, steps] = /Step 1 of (\d+)/.exec((await where.textContent())!)!;

    for (let step = 2; step <= Number(steps); step++) {
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      await page.getByText(`Step ${step} of ${steps}`).waitFor();
      expect(await page.locator('[role=alert]:not([hidden])').allTextContents()).toEqual([]);
      expect(await page.locator('.tour-call span.bad').allTextContents()).toEqual([]);
    }
    expect(await page.getByRole('button', { name: 'Next', exact: true }).isDisabled()).toBe(true);
    expect(await faultsOf(page)).toEqual([]);
    expect(await hostsOf()).toHaveLength(2);

    await page.getByRole('button', { name: 'End the tour' }).click();
    await page.getByRole('heading', { name: 'Domains' }).waitFor();
    await expect.poll(hostsOf).toEqual(['default']);
  });
});
