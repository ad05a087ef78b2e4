import { describe, expect, it } from 'vitest';
import { formsOf } from '../../../src/routes/forms/hypercall-form.js';
import { hypercalls } from '../../../src/routes/hypercalls/index.js';

const formOf = (name: string, era: 'hvmop' | 'dmop') =>
  formsOf(hypercalls, era).find(({ call }) => call.name === name)!;

const fieldsOf = ({ schema }: { schema: Readonly<Record<string, unknown>> }) =>
  Object.keys(schema['properties'] as object);

describe('formsOf', () => {
  it('leaves out what an era does not have', () => {
    expect(formOf('get_mem_type', 'hvmop').number).toBe(15);
    expect(formOf('get_mem_type', 'dmop')).toBeUndefined();
  });

  // prettier-ignore
  it.each([
    ['set_mem_type',           'hvmop', ['nr', 'hvmmem_type', 'first_pfn', 'preempt'],       []],
    ['set_mem_type',           'dmop',  ['nr', 'mem_type', 'pad', 'first_pfn', 'preempt'],   ['pad']],
    ['create_ioreq_server',    'hvmop', ['handle_bufioreq'],                                 []],
    ['create_ioreq_server',    'dmop',  ['handle_bufioreq', 'pad'],                          ['pad']],
    ['set_ioreq_server_state', 'dmop',  ['id', 'enabled', 'pad'],                            ['pad']],
  ] as const)('gives %s as a %s its fields', (name, era, fields, pads) => {
    const form = formOf(name, era);

    expect(fieldsOf(form.request)).toEqual(fields);
    expect(form.pads).toEqual(pads);
  });

  it('answers a stopped call in the names of the era', () => {
    const { continuation } = formOf('set_mem_type', 'hvmop');

    expect(continuation?.encode({ nr: 5, mem_type: 0, pad: 0, first_pfn: 16 })).toEqual({
      nr: 5,
      first_pfn: '0x10',
    });
    expect(formOf('create_ioreq_server', 'dmop').continuation).toBeUndefined();
  });

  it('gives the example of the definition in the names of the era', () => {
    expect(formOf('set_mem_type', 'hvmop').example.request).toHaveProperty('hvmmem_type');
    expect(formOf('set_mem_type', 'dmop').example.request).toHaveProperty('mem_type');
    expect(formOf('get_ioreq_server_info', 'hvmop').example.response).toEqual({
      rc: 0,
      bufioreq_port: 0,
      ioreq_pfn: '0xfeff0',
      bufioreq_pfn: '0x0',
    });
  });

  it('has zeros to answer where nothing was done', () => {
    expect(formOf('create_ioreq_server', 'dmop').inJson.nothingDone()).toEqual({ rc: 0, id: 0 });
    expect(formOf('get_ioreq_server_info', 'dmop').inJson.nothingDone()).toEqual({
      rc: 0,
      bufioreq_port: 0,
      ioreq_gfn: '0x0',
      bufioreq_gfn: '0x0',
    });
    expect(formOf('track_dirty_vram', 'dmop').inJson.nothingDone()).toEqual({
      rc: 0,
      dirty_bitmap: '',
    });
  });
});
