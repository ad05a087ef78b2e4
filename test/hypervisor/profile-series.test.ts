import { describe, expect, it } from 'vitest';
import { SERIES } from '../../src/hypervisor/profile-series.js';
import { resolveProfile } from '../../src/hypervisor/profile.js';

const knobsOf = (name: string) => resolveProfile(name).knobs;

describe('SERIES', () => {
  it('changes nothing but what its patches say', () => {
    const said = SERIES.flatMap(({ knobs }) => Object.keys(knobs));
    const [before, after] = [knobsOf('4.8'), knobsOf('v6-patch4')];
    const changed = Object.keys(after).filter(
      (knob) => after[knob as never] !== before[knob as never],
    );

    expect(changed.toSorted()).toEqual(said.toSorted());
  });

  it('is the profile v6 when it is whole', () => {
    expect(knobsOf('v6-patch4')).toEqual(knobsOf('v6'));
  });

  it('has each patch on top of those before it', () => {
    expect(
      SERIES.map(({ name }) => {
        const { map_mem_type, hold_gfn_lock_over_mmio, rmw_read_from_ram, reset_on_unmap } =
          knobsOf(name);
        return [map_mem_type, hold_gfn_lock_over_mmio, rmw_read_from_ram, reset_on_unmap];
      }),
    ).toEqual([
      [true, false, false, 'none'],
      [true, true, false, 'none'],
      [true, true, true, 'none'],
      [true, true, true, 'lazy_and_sweep'],
    ]);
  });
});
