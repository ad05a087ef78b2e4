import { describe, expect, it } from 'vitest';
import { runTask } from '../../../src/hypervisor/index.js';
import { exploreBody } from '../../../src/routes/explore/explore-word.js';
import { stepMaker } from '../../../src/routes/explore/steps.js';
import { decodeInstruction } from '../../../src/x86/decode.js';
import { addServer, hostWithRam } from '../../support/host.js';

const EXTRAS = { traced: false, decode: decodeInstruction };

/** What comes of a step in a small world. */
function resultOf(step: object) {
  const { host, d1: domain } = hostWithRam(4);
  addServer(host, domain).ranges('memory').add(0x100_0000n, 0x100_0fffn);
  const [body] = exploreBody.decode({ actors: { a: [step] } }).actors['a'] ?? [];
  const made = stepMaker(body as never, EXTRAS)({ host, domain });
  return runTask(made.task());
}

describe('stepMaker', () => {
  it('makes a hypercall', () => {
    expect(resultOf({ op: 'hvmop/get_mem_type', args: { pfn: '0x1' } })).toEqual({
      rc: 0,
      mem_type: 'ram_rw',
    });
    expect(resultOf({ op: 'dmop/nr_vcpus' })).toEqual({ rc: 0, vcpus: 1 });
  });

  it('makes a guest access, of which it tells no more than differs', () => {
    expect(resultOf({ guest: { kind: 'write', gpa: '0x1000', size: 4, data: '0x1' } })).toEqual({
      outcome: 'completed',
      exits: [],
    });
    expect(resultOf({ guest: { kind: 'read', gpa: '0x1000', size: 4 } })).toEqual({
      outcome: 'completed',
      exits: [],
      data: '0x0',
    });
  });

  it('makes machine code', () => {
    const step = { guest: { kind: 'insn', bytes: 'ffc0', regs: { rax: '0x1' } } };

    expect(resultOf(step)).toMatchObject({ outcome: 'completed', regs: { rax: '0x2' } });
  });

  it('refuses what its checks should have', () => {
    expect(() => resultOf({ op: 'hvmop/no_such' })).toThrow('there is no hypercall hvmop/no_such');
  });
});
