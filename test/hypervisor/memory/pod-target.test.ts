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

  it('may be all that the domain may have', () => {
    const d1 = setup();

    expect(setPodTarget(d1, d1.maxPages)).toEqual(standing(1088, 64));
  });

  it('grows by what is lacking', () => {
    const d1 = setup();
    setPodTarget(d1, 1056);

    expect(setPodTarget(d1, 1060)).toEqual(standing(1060, 36));
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

  it('refuses more than the domain may have', () => {
    const d1 = setup();

    expect(() => setPodTarget(d1, d1.maxPages + 1)).toThrow(
      errno('EINVAL', `${d1.maxPages} pages`),
    );
  });

  it.each([1024, 1056])('refuses a domain with device memory: %i pages', (target) => {
    const d1 = setup();
    d1.p2m.memoryTypes.cacheFlushPermitted = true;

    expect(() => setPodTarget(d1, target)).toThrow(errno('ENOTEMPTY', 'device memory'));
    expect(podTargetOf(d1)).toEqual(standing(1024, 0));
  });

  it.each([
    ['nothing is marked', 0, 1056],
    ['it has more already', 64, 1000],
  ])('does not mind device memory where there is nothing to do: %s', (_, marked, target) => {
    const d1 = setup(marked);
    d1.p2m.memoryTypes.cacheFlushPermitted = true;

    expect(setPodTarget(d1, target)).toEqual(standing(1024, 0, marked));
  });
});
