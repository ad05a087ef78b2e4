import { describe, expect, it } from 'vitest';
import * as clues from '../../../src/cli/replay-xen/scenario-clues.js';

const step = (fields: object) => ({ scenario: 's', step: 1, op: 'x', ...fields });

describe('clues of a scenario', () => {
  it('tell how many vcpus the domain has', () => {
    expect(clues.vcpusOf('sf_x', [])).toBe(1);
    expect(clues.vcpusOf('sf_two_vcpus_blocked', [])).toBe(2);
    expect(clues.vcpusOf('sf_x', [step({ out: { max_vcpu_id: 1 } })])).toBe(2);
    expect(clues.vcpusOf('sf_x', [step({ out: { vp_eport: [1, 3, 0] } })])).toBe(2);
    expect(clues.vcpusOf('sf_x', [step({ args: { vcpuid: 1 }, errno: 'EINVAL' })])).toBe(1);
    expect(clues.vcpusOf('sf_x', [step({ args: { vcpuid: 1 }, errno: null })])).toBe(2);
    expect(clues.vcpusOf('sf_x', [step({ args: { op_number: 20, max_vcpus: 3 } })])).toBe(3);
  });

  it('tell whether it is paused between steps', () => {
    const info = (flags: string) => step({ op: 'domctl_getdomaininfo', out: { flags } });

    expect([[], [info('0xffff010a')], [info('0x106')]].map(clues.isAtRest)).toEqual([
      true,
      true,
      false,
    ]);
  });

  it('tell what was there before the first step', () => {
    expect(clues.isBare('sf_inject_msi_pvh_like')).toBe(true);
    expect(clues.hasSpecialPages('sf_pages_gfn_mapped')).toBe(true);
    expect(clues.hasServer('sf_buffer_sizes')).toBe(true);
    expect(clues.hasHole('sf_pages_bufioreq_legacy')).toBe(true);
    expect([clues.isScratchFilled('g_x'), clues.isScratchFilled('sf_x')]).toEqual([true, false]);
    expect([clues.knobsOf('g_x'), clues.knobsOf('sf_x')]).toEqual([
      {},
      { event_injection: 'svm', mem_access: false },
    ]);
  });
});
