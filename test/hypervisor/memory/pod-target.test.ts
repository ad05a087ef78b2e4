import { describe, expect, it } from 'vitest';
import { podTargetOf, setPodTarget } from '../../../src/hypervisor/memory/pod-target.js';
import { errno, hostWithRam } from '../../support/host.js';

function setup(marked = 64) {
  const { d1 } = hostWithRam(1024);
  for (let gfn = 2048; gfn < 2048 + marked; gfn++) d1.p2m.pod.mark(gfn, 0);
  return d1;
}

const standing = (totalPages: number, cachePages: number, entries = 64) => ({
  totalPages,
  cachePages,
  entries,
});

describe('setPodTarget', () => {
  it.each([
    ['up to the target', 1056, 32],
    ['up to what is marked', 2000, 64],
    ['not at all below what there is', 1000, 0],
  ])('fills the cache %s', (_, target, cached) => {
    expect(setPodTarget(setup(), target)).toEqual(standing(1024 + cached, cached));
  });

  it('does nothing where nothing is marked, or for a dying domain', () => {
    const dying = setup();
    dying.dying = true;

    expect(setPodTarget(dying, 1056)).toEqual(standing(0, 0));
    expect(setPodTarget(setup(0), 1056)).toEqual(standing(1024, 0, 0));
  });

  it('fills beyond what is marked before the domain has any memory', () => {
    const { d1 } = hostWithRam(16, { memory: [] });
    d1.maxPages = 100;

    expect(setPodTarget(d1, 50)).toEqual(standing(50, 50, 0));
  });

  it('refuses more than the domain may have, and a domain with device memory', () => {
    const d1 = setup();
    expect(() => setPodTarget(d1, d1.maxPages + 1)).toThrow(errno('EINVAL'));

    d1.p2m.memoryTypes.cacheFlushPermitted = true;
    expect(() => setPodTarget(d1, 1056)).toThrow(errno('ENOTEMPTY'));
    expect(podTargetOf(d1)).toEqual(standing(1024, 0));
  });
});
