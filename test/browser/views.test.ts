import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { VIEW_NAMES } from '../../console/src/place.js';
import { faultsOf } from './support/axe.js';
import { openPage } from './support/browser.js';
import { setScene } from './support/scene.js';
import { startService, type Service } from './support/service.js';

let service: Service;

beforeAll(async () => {
  service = await startService();
  await setScene(service.client);
});
afterAll(() => service.kill());

describe.each(VIEW_NAMES)('%s', (view) => {
  it.each(['light', 'dark'] as const)(
    'is shown, and axe finds nothing, %s',
    async (colorScheme) => {
      const page = await openPage(`${service.url}/console/#/default/${view}/1`, { colorScheme });
      await page.locator('header .live.live').waitFor();
      await page.locator('main h1').waitFor();

      expect(await page.locator('main h1').count()).toBe(1);
      expect(await page.locator('[role=alert]:not([hidden])').allTextContents()).toEqual([]);
      expect(await faultsOf(page)).toEqual([]);
    },
  );
});
