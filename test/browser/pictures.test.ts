/** What the README shows: `FAKEXEN_PICTURES=docs/pictures npm run test:browser -- pictures` makes it anew. */

import { mkdirSync, mkdtempSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { openPage } from './support/browser.js';
import { CLAIMED_GFN, setScene } from './support/scene.js';
import { startService } from './support/service.js';

const FOLDER = process.env['FAKEXEN_PICTURES'] ?? mkdtempSync(join(tmpdir(), 'fakexen-pictures-'));
const SOME_BYTES = 5_000;

it.each([
  ['map', { gfn: CLAIMED_GFN }],
  ['timeline', {}],
])('a picture of the %s', async (view, query) => {
  const service = await startService();
  onTestFinished(() => service.kill());
  const { domain, server } = await setScene(service.client);
  const serving = server.serve(() => '0x0');
  await domain.guest.accessById(1, { wait: 10 });
  for (let offset = 0x10; offset < 0x80; offset += 0x10)
    await domain.guest.write(0x1000000 + offset, '0x7', { size: 4 });
  await serving.stop();
  await domain.guest.rmw('add', 0x1000100, '0x1', { size: 4, wait: 0 });

  const asked = new URLSearchParams(query).toString();
  const page = await openPage(`${service.url}/console/#/default/${view}/1?${asked}`, {
    viewport: { width: 1280, height: 720 },
  });
  await page.locator('main canvas').first().waitFor();
  await page.waitForTimeout(1500); // Until what waits is red.
  mkdirSync(FOLDER, { recursive: true });
  const path = join(FOLDER, `${view}.png`);
  await page.screenshot({ path });

  expect(statSync(path).size).toBeGreaterThan(SOME_BYTES);
});
