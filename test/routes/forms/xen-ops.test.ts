import { describe, expect, it } from 'vitest';
import { hypercalls } from '../../../src/routes/hypercalls/index.js';
import { DMOPS, EVTCHNOPS, HVMOPS, XENMEM_OPS } from '../../../src/routes/forms/xen-ops.js';

describe('the numbers of Xen', () => {
  it.each(hypercalls.map((call) => [call.name, call] as const))(
    'are those of the definition of %s',
    (name, { hvmop, dmop, memory, evtchn }) => {
      if (memory !== undefined) expect(XENMEM_OPS[memory.number]).toBe(name);
      if (evtchn !== undefined) expect(EVTCHNOPS[evtchn.number]).toBe(name);
      if (hvmop !== undefined) expect(HVMOPS[hvmop.number]).toBe(name);
      if (dmop !== undefined) expect(DMOPS[dmop.number - 1]).toBe(name);
    },
  );

  // prettier-ignore
  it.each([
    [0, 'set_param'], [8, 'set_mem_type'], [14, 'inject_trap'], [22, 'set_ioreq_server_state'], [25, 'altp2m'],
  ] as const)('have HVMOP %s for %s', (number, name) => {
    expect(HVMOPS[number]).toBe(name);
  });

  // prettier-ignore
  it.each([
    [1, 'create_ioreq_server'], [5, 'set_ioreq_server_state'], [6, 'destroy_ioreq_server'], [12, 'set_mem_type'],
    [15, 'map_mem_type_to_ioreq_server'], [20, 'nr_vcpus'],
  ] as const)('have DMOP %s for %s', (number, name) => {
    expect(DMOPS[number - 1]).toBe(name);
  });
});
