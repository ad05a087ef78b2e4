import { describe, expect, it } from 'vitest';
import { canonicalOp, opNameOf, opsNamed } from '../../../src/routes/forms/call-fields.js';

describe('the names of operations', () => {
  it('stand for one, or for all of an interface', () => {
    expect([...opsNamed('hvmop/set_mem_type')]).toEqual([8]);
    expect([...opsNamed('exchange')]).toEqual([-2]);
    expect(opsNamed('evtchn/*').size).toBeGreaterThan(6);
    expect([...opsNamed('evtchn/*')].map(opNameOf)).toContain('evtchn/unknown');
    expect([...opsNamed('hvmop/unknown')]).toEqual([0xffff]);
    expect(opsNamed('dmop/nothing').size).toBe(0);
  });

  it('are told back, an alias as what it stands for', () => {
    expect([opNameOf(8), opNameOf(-1), opNameOf(-9)]).toEqual([
      'hvmop/set_mem_type',
      'guest-access',
      undefined,
    ]);
    expect(['dmop/map_mem_type', 'dmop/*', 'nothing'].map(canonicalOp)).toEqual([
      'dmop/map_mem_type_to_ioreq_server',
      'dmop/*',
      'nothing',
    ]);
  });
});
