/** What axe finds wrong with a page, in a line each. */

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html}`),
  );
}
