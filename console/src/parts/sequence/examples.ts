/** The programs that come with the project, fetched when somebody first wants one. */

import url from 'virtual:explore-examples';
import type { Example } from './program.js';

let asked: Promise<readonly Example[]> | undefined;

export const loadExamples = (): Promise<readonly Example[]> => (asked ??= load());

async function load(): Promise<readonly Example[]> {
  const response = await fetch(url);
  if (response.ok) return (await response.json()) as Example[];
  asked = undefined;
  throw new Error(`the examples cannot be had: status ${response.status}`);
}
