/** Nothing but a keyboard. */

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from './support/browser.js';
import { setScene } from './support/scene.js';
import { startService, type Service } from './support/service.js';

const MOST_TABS = 60;

let service: Service;

beforeAll(async () => {
  service = await startService();
  await setScene(service.client);
});
afterAll(() => service.kill());

const focused = (page: Page) => page.locator(':focus');

/** Goes from one to the next until one is found by what it says. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let tab = 0; tab < MOST_TABS; tab++) {
    await page.keyboard.press('Tab');
    const label = (await focused(page).getAttribute('aria-label')) ?? '';
    if (name.test(label) || name.test((await focused(page).textContent()) ?? '')) return;
  }
  throw new Error(`${String(name)} is not reached in ${MOST_TABS} steps`);
}

describe('a keyboard', () => {
  it('skips the header, and opens each view from it', async () => {
    const page = await openPage(`${service.url}/console/`);
    await page.getByRole('heading', { name: 'Domains' }).waitFor();
    await tabTo(page, /^Skip to the content$/);
    await page.keyboard.press('Enter');
    expect(await focused(page).getAttribute('id')).toBe('main');

    await page.reload();
    await page.getByRole('heading', { name: 'Domains' }).waitFor();
    await tabTo(page, /^Servers$/);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Servers', level: 1 }).waitFor();
  });

  it('chooses a page on the map, and reads its walk', async () => {
    const page = await openPage(`${service.url}/console/#/default/map/1`);
    await page.locator('main canvas').first().waitFor();
    await tabTo(page, /map/i);
    await page.locator('canvas.map-canvas').focus();
    await page.keyboard.press('+');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');

    await page.getByText(/64 bits of each entry/).waitFor();
  });

  it('goes from request to request on the timeline', async () => {
    const page = await openPage(`${service.url}/console/#/default/timeline/1`);
    await page.getByText('1 waiting').waitFor();
    await tabTo(page, /^Timeline of domain 1/);
    await page.keyboard.press('ArrowRight');

    await page.getByRole('heading', { name: /vcpu 0 asks ioreq server 0/ }).waitFor();
  });

  it('takes the tour', async () => {
    const page = await openPage(`${service.url}/console/#/default/tour`);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await tabTo(page, /^Start the tour$/);
    await page.keyboard.press('Enter');
    await page.getByText(/Step 1 of/).waitFor();
    await page.keyboard.press('ArrowRight');
    await page.getByText(/Step 2 of/).waitFor();
  });
});
