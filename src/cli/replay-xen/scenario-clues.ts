/** What no step of a recording says of the domain that it began with, but its later steps show. */

import type { Step } from './recording.js';

/** What depends on the processor, as on that of the recordings: AMD's. */
const KNOBS = { event_injection: 'svm', mem_access: false } as const;

const SPECIAL_PAGES = /^(rc_frames_|sf_pages_gfn_mapped)/;
const BARE = /_pvh_like$/;
const PAUSED = 1 << 3;

export const isBare = (scenario: string): boolean => BARE.test(scenario);

export const hasSpecialPages = (scenario: string): boolean => SPECIAL_PAGES.test(scenario);

export const knobsOf = (scenario: string): object => (scenario.startsWith('sf_') ? KNOBS : {});

/** One vcpu, unless the first step says how many, or a step shows a second. */
export function vcpusOf(scenario: string, steps: readonly Step[]): number {
  const said = steps[0]?.args;
  if (said?.['op_number'] !== undefined && said['max_vcpus'] !== undefined)
    return Number(said['max_vcpus']);
  return /two_vcpus/.test(scenario) || steps.some(showsSecond) ? 2 : 1;
}

function showsSecond({ args, out, errno }: Step): boolean {
  if (out?.['max_vcpu_id'] === 1) return true;
  if (args?.['vcpuid'] === 1 && errno === null) return true;
  const ports = out?.['vp_eport'];
  return Array.isArray(ports) && Number(ports[1]) > 0;
}

/** Whether dom0 keeps the domain paused while no step has its guest run: what the first step shows that could. */
export function isAtRest(steps: readonly Step[]): boolean {
  const first = steps.find(({ op }) => op === 'domctl_getdomaininfo');
  return first === undefined || (Number(first.out?.['flags']) & PAUSED) !== 0;
}

/** The recorder has created a server before the first step. */
export const hasServer = (scenario: string): boolean => scenario === 'sf_buffer_sizes';

/** Where scenarios of the pages have no RAM: the window in which accesses can be buffered. */
export const HOLE = Array.from({ length: 0x20 }, (_, page) => 0xa0 + page);
export const hasHole = (scenario: string): boolean => /^sf_pages_bufioreq/.test(scenario);

/** Whether its scratch memory holds a pattern. */
export const isScratchFilled = (scenario: string): boolean => !scenario.startsWith('sf_');
