import { describe, expect, it } from 'vitest';
import { packShape } from '../../../src/hypervisor/abi/ioreq-shape.js';
import { TRACE_STEPS, type TraceStepName } from '../../../src/hypervisor/access/trace-steps.js';

const [WRITE, READ] = [0, 1];

describe('TRACE_STEPS', () => {
  // prettier-ignore
  it.each<[TraceStepName, number[], object]>([
    ['hit',                 [0, 0x3008, 0x1003],               { gpa: '0x3008', mfn: '0x1003' }],
    ['ept_misconfig',       [1, 0x3000, 0],                    { gpa: '0x3000', resolved: true, spurious: false }],
    ['ept_misconfig',       [0, 0x3000, 1],                    { gpa: '0x3000', resolved: false, spurious: true }],
    ['io_exit',             [0x60, 1, READ],                   { port: '0x60', size: 1, dir: 'read' }],
    ['io_exit',             [0xcf8, 4, WRITE],                 { port: '0xcf8', size: 4, dir: 'write' }],
    ['populate',            [9, 0x200],                        { gfn: '0x200', order: 9 }],
    ['internal-mmio',       [0, 0xfee0_0030],                  { gpa: '0xfee00030' }],
    ['device-model-page',   [15, 3, 7],                        { p2mt: 'ioreq_server', gfn: '0x3', access: 'rwx' }],
    ['guest_memory',        [4, 0x3000, READ, 0x1234, 0],      { gpa: '0x3000', dir: 'read', size: 4, data: '0x1234' }],
    ['write_discarded',     [4, 0x3000, WRITE, 5, 1],          { gpa: '0x3000', dir: 'write', size: 4, data: '0x100000005' }],
    ['internal_device',     [0, 0xfee0_0030, READ, 0x14, 0],   { device: 'vlapic', addr: '0xfee00030', dir: 'read', data: '0x14' }],
    ['internal_device',     [99, 0, WRITE, 0, 0],              { device: 'unknown', addr: '0x0', dir: 'write', data: '0x0' }],
    ['cf8_latch',           [0, 0, 0, 0x8000_0000],            { cf8: '0x80000000' }],
    ['ioreq_server_select', [2, 0x3000, 1],                    { ioservid: 2, addr: '0x3000', why: 'memory range' }],
    ['ioreq_server_select', [-1, 0x3000, 4],                   { ioservid: null, addr: '0x3000', why: 'no server: reads give all ones, writes vanish' }],
    ['ioreq_server_select', [0, 0, 9],                         { ioservid: 0, addr: '0x0', why: 'unknown' }],
    ['ioreq',               [1, 0x3000, packShape({ type: 1, dir: WRITE, size: 8, count: 2048 }), 7, 0], { ioservid: 1, type: 'copy', dir: 'write', size: 8, count: 2048, addr: '0x3000', data: '0x7' }],
    ['ioreq',               [1, 0, packShape({ type: 99, dir: READ, size: 1, count: 1 }), 0, 0], { ioservid: 1, type: 'unknown', dir: 'read', size: 1, count: 1, addr: '0x0', data: '0x0' }],
    ['ioreq_refused',       [1, 0x3000],                       { ioservid: 1, addr: '0x3000' }],
    ['completion',          [0, 0x3000, 0, 9, 0],              { addr: '0x3000', data: '0x9' }],
    ['mapcache_invalidate', [2],                               { servers: 2 }],
    ['read_from_ram',       [8, 0x3000, READ, 5, 1],           { gpa: '0x3000', dir: 'read', size: 8, data: '0x100000005' }],
    ['retry',               [1],                               { why: 'nobody owns ioreq_server pages' }],
    ['retry',               [77],                              { why: 'unknown' }],
    ['refaulting',          [0, 0x3000],                       { gpa: '0x3000' }],
    ['inject',              [13, 0],                           { vector: 13, error: 0 }],
    ['inject',              [6, -1],                           { vector: 6 }],
    ['domain_crash',        [],                                {}],
  ])('%s of %j', (step, [a = 0, b = 0, c = 0, lo = 0, hi = 0], shown) => {
    expect(TRACE_STEPS[step](a, b, c, lo, hi)).toEqual(shown);
  });

  it('shows an EPT entry taken apart', () => {
    // mfn 0x1007, A, EMT write-back, X and R; suppress #VE, access rwx (7), type ioreq_server (15)
    const [lo, hi] = [0x0100_7135, 0x9cf0_0000];

    expect(TRACE_STEPS.ept_walk(0, 7, 0, lo, hi)).toEqual({
      level: 0,
      gfn: '0x7',
      raw: '0x9cf0000001007135',
      permissions: 'r-x',
      emt: 6,
      ipat: false,
      sp: false,
      a: true,
      d: false,
      recalc: false,
      mfn: '0x1007',
      p2mt: 'ioreq_server',
      access: 'rwx',
      suppress_ve: true,
    });
    expect(TRACE_STEPS.ept_walk(0, 7, 1, 0, 0x38f0_0000)).toMatchObject({ access: 'rwx' });
    expect(TRACE_STEPS.ept_walk(0, 7, 0, 0b010, 0)).toMatchObject({ permissions: '-w-' });
  });

  it('shows a qualification as Xen reads it', () => {
    const npfec = { read: true, write: true, insn_fetch: false, present: true };

    expect(TRACE_STEPS.ept_violation(0x1aa, 0x3000)).toEqual({
      gpa: '0x3000',
      qualification: '0x1aa',
      npfec: { ...npfec, gla_valid: true, kind: 'with_gla' },
    });
    expect(TRACE_STEPS.ept_violation(0xab, 0x3000).npfec).toEqual({
      ...npfec,
      gla_valid: true,
      kind: 'in_gpt',
    });
    expect(TRACE_STEPS.ept_violation(0x2a, 0x3000).npfec).toEqual({
      ...npfec,
      gla_valid: false,
      kind: 'unknown',
    });
  });

  it('says what a real host would have died of', () => {
    expect(TRACE_STEPS.host_panic(3)).toEqual({
      ioservid: 3,
      why: 'the server has no ioreq page: nobody asked get_ioreq_server_info or acquire_resource for it',
    });
  });
});
