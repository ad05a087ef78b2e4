/** Pages, and what every one of them has to keep to. */

import { chromium, type Browser, type BrowserContextOptions, type Page } from 'playwright-core';
import { inject, onTestFinished } from 'vitest';

const NOTHING = /^$/;

let browser: Promise<Browser> | undefined;

interface PageOptions extends BrowserContextOptions {
  /** What the page may complain of. */
  readonly expected?: RegExp;
}

/** A page that fails the test it is opened in if it throws or complains. */
export async function openPage(
  url: string,
  { expected = NOTHING, ...options }: PageOptions = {},
): Promise<Page> {
  browser ??= chromium.connect(inject('browserAt'));
  const context = await (
    await browser
  ).newContext({
    viewport: { width: 1280, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  page.on('console', (said) => {
    if (said.type() === 'error' && !expected.test(said.text())) errors.push(said.text());
  });
  onTestFinished(async () => {
    await context.close();
    if (errors.length > 0) throw new Error(errors.join('\n'));
  });
  await page.goto(url);
  return page;
}
