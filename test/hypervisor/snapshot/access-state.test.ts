import { describe, expect, it } from 'vitest';
import { resumeVcpu, startAccess } from '../../../src/hypervisor/access/access-guest.js';
import { TraceRecorder } from '../../../src/hypervisor/access/trace.js';
import {
  ACCESS,
  restoreAccess,
  saveAccess,
} from '../../../src/hypervisor/snapshot/access-state.js';
import { decodeInstruction as decode } from '../../../src/x86/decode.js';
import { addServer, hostWithRam } from '../../support/host.js';
import { again } from '../../support/written.js';

const DEVICE = 0xf000_0010;

function setup() {
  const { host, d1 } = hostWithRam(1, { vcpus: 2 });
  const server = addServer(host, d1);
  server.ranges('memory').add(0xf000_0000n, 0xf000_0fffn);
  return { d1, server };
}

describe('a guest access in a snapshot', () => {
  it('goes on where it was', () => {
    const { d1, server } = setup();
    const recorder = new TraceRecorder();
    const access = startAccess(d1, { vcpu: 1, kind: 'read', gpa: DEVICE, size: 4 }, recorder);
    const saved = again(ACCESS, saveAccess(access));

    const other = restoreAccess(d1, saved, {}, '');
    expect(saveAccess(other)).toEqual(saveAccess(access));
    expect([other.id, other.trace]).toEqual([access.id, access.trace]);
    expect(d1.vcpu(1).access).toBe(other);

    server.complete(1, { data: 0x2an });
    resumeVcpu(d1, d1.vcpu(1));
    expect(other).toMatchObject({ outcome: 'completed', data: 0x2an });
    expect(access.outcome).toBe('pending');
  });

  it('executes the rest of its machine code', () => {
    const { d1, server } = setup();
    // mov eax,[0xf0000010]; add eax,1
    const code = Uint8Array.of(0x8b, 0x04, 0x25, 0x10, 0, 0, 0xf0, 0x83, 0xc0, 1);
    const gpa = 0xffff_ffff_f000_0010n;
    const asked = { vcpu: 0, kind: 'insn', code, decode } as const;
    server.ranges('memory').add(gpa & 0xf_ffff_ffff_ffffn, gpa & 0xf_ffff_ffff_ffffn);
    const access = startAccess(d1, asked);
    if (access.settled) return;
    const other = restoreAccess(d1, again(ACCESS, saveAccess(access)), { decode }, '');

    server.complete(0, { data: 4n });
    resumeVcpu(d1, d1.vcpu(0));

    expect(other.outcome).toBe('completed');
    expect(other.cpu.gpr[0]).toBe(5n);
  });

  it('cannot go on with machine code that nobody decodes, nor on a vcpu that there is not', () => {
    const { d1 } = setup();
    const access = startAccess(d1, { vcpu: 0, kind: 'read', gpa: DEVICE, size: 4 });
    const saved = saveAccess(access);
    const code = { ...saved, request: { ...saved.request, kind: 'insn' as const } };

    expect(() => restoreAccess(d1, code, {}, '/x')).toThrow('cannot be executed');
    expect(() => restoreAccess(d1, { ...saved, vcpu: 9 }, {}, '/x')).toThrow('must be below 2');
  });

  it('leaves the vcpu free once it is over', () => {
    const { d1 } = setup();
    const access = startAccess(d1, { vcpu: 0, kind: 'write', gpa: 8, size: 4, data: 1n });

    const other = restoreAccess(d1, again(ACCESS, saveAccess(access)), {}, '');

    expect(saveAccess(other)).toEqual(saveAccess(access));
    expect(d1.vcpu(0).access).toBeUndefined();
  });

  it.each([null, undefined, 0x5000])('remembers a linear address of %s', (gla) => {
    const { d1 } = setup();
    const gpa = 0xf000_0000;
    const access = startAccess(d1, { vcpu: 0, kind: 'read', gpa, size: 4, gla });

    expect(again(ACCESS, saveAccess(access)).request.gla).toBe(gla);
  });
});
