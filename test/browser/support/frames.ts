/** How long a page was busy at a time, in milliseconds. */

import type { Page } from 'playwright-core';

const WATCH = `
  globalThis.longFrames = [];
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) globalThis.longFrames.push(duration);
  }).observe({ type: 'long-animation-frame' });
`;

/** The longest frame while something is done; 0, if none was long enough for the browser to speak of. */
export async function longestFrame(page: Page, done: () => Promise<void>): Promise<number> {
  await page.evaluate(WATCH);
  await done();
  await page.waitForTimeout(100); // Observers hear of a frame after it.
  return Math.max(0, ...(await page.evaluate<number[]>('globalThis.longFrames')));
}
