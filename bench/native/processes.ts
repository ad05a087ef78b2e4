/**
 * Figures that processes of their own print: V8 asks more at each access to an array where others have grown theirs, and
 * a map finds other pages where another one was before.
 */

import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const PROCESSES = 5;

/** What each of several processes in turn prints, nanoseconds. */
export function inProcesses(program: string, argument: string): number[] {
  const file = fileURLToPath(new URL(`${program}.js`, import.meta.url));
  return Array.from({ length: PROCESSES }, () => {
    const { stdout, stderr } = spawnSync(process.execPath, [file, argument], { encoding: 'utf8' });
    const ns = Number(stdout);
    if (!(ns > 0)) throw new Error(`${program} ${argument} said ${stdout}${stderr}`);
    return ns;
  });
}
