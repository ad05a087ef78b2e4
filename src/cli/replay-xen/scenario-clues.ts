/** What no step of a recording says of the domain that it began with, but its later steps show. */

import type { Step } from './recording.js';

/** Registers of the interrupt controllers, event injection: as on the processor of the recordings. */
const KNOBS = { event_injection: 'svm' } as const;

const SPECIAL_PAGES = /^(rc_frames_|sf_pages_gfn_mapped)/;
const BARE = /_pvh_like$/;
const PAUSED = 1 << 3;

export const isBare = (scenario: string): boolean => BARE.test(scenario);

export const hasSpecialPages = (scenario: string): boolean => SPECIAL_PAGES.test(scenario);

export const knobsOf = (scenario: string): object => (scenario.startsWith('sf_') ? KNOBS : {});

/** One vcpu, unless a step shows a second. */
export const vcpusOf = (scenario: string, steps: readonly Step[]): number =>
  /two_vcpus/.test(scenario) || steps.some(showsSecond) ? 2 : 1;

function showsSecond({ args, out }: Step): boolean {
  if (out?.['max_vcpu_id'] === 1 || args?.['vcpuid'] === 1) return true;
  const ports = out?.['vp_eport'];
  return Array.isArray(ports) && Number(ports[1]) > 0;
}

/** Whether dom0 keeps the domain paused while no step has its guest run: what the first step shows that could. */
export function isAtRest(steps: readonly Step[]): boolean {
  const first = steps.find(({ op }) => op === 'domctl_getdomaininfo');
  return first === undefined || (Number(first.out?.['flags']) & PAUSED) !== 0;
}
