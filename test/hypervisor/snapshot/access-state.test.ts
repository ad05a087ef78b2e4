import { describe, expect, it } from 'vitest';
import { resumeVcpu, startAccess } from '../../../src/hypervisor/access/access-guest.js';
import { GPR, newCpuState } from '../../../src/hypervisor/access/cpu-state.js';
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
    expect(other.exits).toStrictEqual(access.exits);
    expect(d1.vcpu(1).access).toBe(other);

    server.complete(1, { data: 0x2an });
    resumeVcpu(d1, d1.vcpu(1));
    expect(other).toMatchObject({ outcome: 'completed', data: 0x2an });
    expect(access.outcome).toBe('pending');
  });

  it('executes the rest of its machine code, with what it has read so far', () => {
    const { d1, server } = setup();
    // cmpsd; setne al
    const cpu = newCpuState();
    cpu.gpr[GPR.rsi] = BigInt(DEVICE);
    cpu.gpr[GPR.rdi] = BigInt(DEVICE + 4);
    const code = Uint8Array.of(0xa7, 0x0f, 0x95, 0xc0);
    const access = startAccess(d1, { vcpu: 0, kind: 'insn', code, cpu, decode });
    server.complete(0, { data: 4n });
    resumeVcpu(d1, d1.vcpu(0));
    access.cpu.gpr[GPR.rbx] = 7n;
    const other = restoreAccess(d1, again(ACCESS, saveAccess(access)), { decode }, '');
    expect(saveAccess(other)).toEqual(saveAccess(access));

    server.complete(0, { data: 5n });
    resumeVcpu(d1, d1.vcpu(0));

    expect(other.outcome).toBe('completed');
    expect(other.ioreqs.map(({ addr }) => addr)).toEqual([DEVICE, DEVICE + 4]);
    expect([other.cpu.gpr[GPR.rax], other.cpu.gpr[GPR.rbx]]).toEqual([1n, 7n]);
  });

  it('cannot go on with machine code that nobody decodes, nor on a vcpu that there is not', () => {
    const { d1 } = setup();
    const access = startAccess(d1, { vcpu: 0, kind: 'read', gpa: DEVICE, size: 4 });
    const saved = saveAccess(access);
    const code = { ...saved, request: { ...saved.request, kind: 'insn' as const } };

    expect(() => restoreAccess(d1, code, {}, '/x')).toThrow(
      expect.objectContaining({
        pointer: '/x/request',
        message: expect.stringMatching(/^cannot be executed: ./) as string,
      }),
    );
    expect(() => restoreAccess(d1, { ...saved, vcpu: 9 }, {}, '/x')).toThrow(
      expect.objectContaining({ pointer: '/x/vcpu', message: 'must be below 2' }),
    );
  });

  it('knows what an instruction has read whose write waits', () => {
    const { d1 } = setup();
    // movsd
    const cpu = newCpuState();
    cpu.gpr[GPR.rsi] = 0x100n;
    cpu.gpr[GPR.rdi] = BigInt(DEVICE);
    const code = Uint8Array.of(0xa5);
    const access = startAccess(d1, { vcpu: 0, kind: 'insn', code, cpu, decode });
    const saved = again(ACCESS, saveAccess(access));

    expect(saved.readCache).toEqual([['256/4', 0n]]);
    expect(saveAccess(restoreAccess(d1, saved, { decode }, ''))).toEqual(saveAccess(access));
  });

  it('remembers the exception that it has ended with', () => {
    const { d1 } = setup();
    // ud2
    const code = Uint8Array.of(0x0f, 0x0b);
    const access = startAccess(d1, { vcpu: 0, kind: 'insn', code, cpu: newCpuState(), decode });

    const other = restoreAccess(d1, again(ACCESS, saveAccess(access)), { decode }, '');

    expect(access.exception).toBeDefined();
    expect(other.exception).toStrictEqual(access.exception);
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
