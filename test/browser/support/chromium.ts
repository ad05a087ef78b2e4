/** One Chromium for all the tests: Debian's, started before them and ended after. */

import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    browserAt: string;
  }
}

const CHROMIUM = '/usr/bin/chromium';

export default async function startChromium(project: TestProject): Promise<() => Promise<void>> {
  if (!existsSync(CHROMIUM)) throw new Error(`${CHROMIUM} is needed: apt-get install chromium`);
  const server = await chromium.launchServer({
    executablePath: CHROMIUM,
    args: ['--no-sandbox'],
    host: '127.0.0.1',
  });
  project.provide('browserAt', server.wsEndpoint());
  return () => server.close();
}
