import { describe, expect, it } from 'vitest';
import type { CStruct } from '../../src/routes/wire/c-struct.js';
import { HYPERCALL_FORMS } from '../../src/routes/forms/hypercall-forms.js';
import { modified_memory } from '../../src/routes/hypercalls/modified-memory.js';
import { canPrint, printAnew, printed, structsIn, type PrintedStruct } from './printed.js';

/** Structs that are not called as the operation is. */
const STRUCT_NAMES: Readonly<Record<string, string>> = {
  set_param: 'param',
  get_param: 'param',
  set_evtchn_upcall_vector: 'evtchn_upcall_vector',
};
const RANGE = /^(un)?map_io_range_(to|from)_ioreq_server$/;

const tables = {
  dmop: structsIn(printed('dm-op')),
  hvmop: structsIn(printed('hvm-op-4.8')),
};

function structOf(via: 'dmop' | 'hvmop', name: string): PrintedStruct | undefined {
  const [prefix, range] =
    via === 'dmop' ? ['xen_dm_op_', 'ioreq_server_range'] : ['xen_hvm_', 'io_range'];
  return tables[via].get(`${prefix}${RANGE.test(name) ? range : (STRUCT_NAMES[name] ?? name)}`);
}

const membersOf = ({ members }: CStruct) =>
  Object.fromEntries(
    members.map(({ name, offset, type: { bytes } }) => [name, { offset, bytes }] as const),
  );

/** At which Xen does not look, or that no released Xen had. */
const WITHOUT_STRUCT = ['set_irq_level', 'flush_tlbs', 'guest_request_vm_event', 'altp2m'];
const OF_THE_SERIES = ['map_mem_type_to_ioreq_server'];

describe.each(['dmop', 'hvmop'] as const)('the struct of the %s', (via) => {
  const exempt = via === 'dmop' ? WITHOUT_STRUCT : [...WITHOUT_STRUCT, ...OF_THE_SERIES];
  const forms = HYPERCALL_FORMS[via].filter(({ call }) => !exempt.includes(call.name));

  it.each(forms.map((form) => [form.call.name, form] as const))(
    '%s lies in memory as a C compiler lays it out',
    (name, { layout }) => {
      const struct = structOf(via, name)!;

      expect(layout!.bytes).toBe(struct.bytes);
      expect(membersOf(layout!)).toEqual(struct.members);
    },
  );
});

describe('struct xen_dm_op', () => {
  it('has the number, a pad, and a union of 24 bytes', () => {
    expect(tables.dmop.get('xen_dm_op')).toEqual({
      bytes: 32,
      members: {
        op: { offset: 0, bytes: 4 },
        pad: { offset: 4, bytes: 4 },
        u: { offset: 8, bytes: 24 },
      },
    });
  });
});

describe('an extent of modified_memory', () => {
  it('lies in memory as a C compiler lays it out', () => {
    const extent = tables.dmop.get('xen_dm_op_modified_memory_extent')!;
    const buffer = new DataView(new ArrayBuffer(2 * extent.bytes));
    buffer.setUint32(extent.bytes + extent.members['nr']!.offset, 1, true);
    buffer.setUint32(extent.bytes + extent.members['pad']!.offset, 2, true);
    buffer.setBigUint64(extent.bytes + extent.members['first_pfn']!.offset, 3n, true);

    expect(modified_memory.dmop!.buffer!.load(buffer)).toEqual({
      extents: [
        { nr: 0, pad: 0, first_pfn: 0 },
        { nr: 1, pad: 2, first_pfn: 3 },
      ],
    });
  });
});

describe('the committed table', () => {
  it(canPrint ? 'is what the compiler of this machine says' : 'has every struct', () => {
    const anew = (of: 'DM_OP' | 'HVM_OP', table: string) => (canPrint ? printAnew(of) : table);

    expect(printed('dm-op')).toBe(anew('DM_OP', printed('dm-op')));
    expect(printed('hvm-op')).toBe(anew('HVM_OP', printed('hvm-op')));
    expect(tables.dmop.size).toBe(20);
  });

  it('has the same structs in 4.8 and since, where both have them', () => {
    for (const [name, struct] of structsIn(printed('hvm-op')))
      expect(tables.hvmop.get(name), name).toEqual(struct);
  });
});
