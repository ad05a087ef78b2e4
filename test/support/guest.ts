import { P2MA, type P2mAccessName } from '../../src/hypervisor/abi/p2m-access.js';
import { P2MT, type P2mTypeName } from '../../src/hypervisor/abi/p2m-type.js';
import { startAccess } from '../../src/hypervisor/access/access-guest.js';
import { Access } from '../../src/hypervisor/access/access.js';
import type { AccessRequest } from '../../src/hypervisor/access/access-request.js';
import { GPR, newCpuState, type GprName } from '../../src/hypervisor/access/cpu-state.js';
import { prepare } from '../../src/hypervisor/access/prepare.js';
import { TraceRecorder } from '../../src/hypervisor/access/trace.js';
import type { DomainSpec } from '../../src/hypervisor/domain-spec.js';
import type { HostSettings } from '../../src/hypervisor/host-settings.js';
import { decodeInstruction } from '../../src/x86/decode.js';
import { addServer, hostWithRam } from './host.js';

/** No RAM is there. */
export const HOLE = 0x400_000;
/** Where machine code counts as lying. */
export const CODE = 0x9000;
const CLAIM_WRITES = 0b10;

type Request = Omit<AccessRequest, 'vcpu'> & { readonly vcpu?: number };
type Registers = Partial<Record<GprName, bigint>>;

/** One domain with sixteen pages of RAM, what its guest does, and a device model's moves. */
export function guestWithRam(spec: DomainSpec = {}, settings: Partial<HostSettings> = {}) {
  const { host, d1, dom0, events } = hostWithRam(16, spec, settings);
  const guest = (request: Request) => startAccess(d1, { vcpu: 0, ...request }, new TraceRecorder());
  const insn = (code: string, registers: Registers = {}, more: Partial<Request> = {}) =>
    guest({ kind: 'insn', ...machineCode(code, registers), ...more });
  const retype = (gfn: number, type: P2mTypeName, access: P2mAccessName = 'rwx') => {
    const { mfn } = d1.p2m.query(gfn);
    d1.p2m.setPage(gfn, mfn, P2MT[type], P2MA[access]);
  };
  const answer = (data?: bigint) => {
    const [server] = d1.ioreqServers.inOrder.filter(({ requests }) => requests.isPending(0));
    return server?.requests.complete(0, data === undefined ? {} : { data });
  };
  const ram = (gpa: number, bytes = 8) => [...d1.ram.read(gpa as never, bytes)];
  const fill = (gpa: number, bytes: readonly number[]) => {
    d1.ram.write(gpa as never, Uint8Array.from(bytes));
  };
  return { host, d1, dom0, events, guest, insn, retype, answer, ram, fill };
}

/** The same, and an ioreq server that has a range of memory: by default two pages of the hole. */
export function guestWithServer(
  { first = HOLE, last = HOLE + 0x1fff } = {},
  spec: DomainSpec = {},
  settings: Partial<HostSettings> = {},
) {
  const all = guestWithRam(spec, settings);
  const server = addServer(all.host, all.d1);
  server.ranges('memory').add(BigInt(first), BigInt(last));
  return { ...all, server };
}

/** The same, and a server that owns page 3's type. */
export function guestWithClaim(spec: DomainSpec = {}) {
  const all = guestWithRam(spec);
  const server = addServer(all.host, all.d1);
  all.d1.p2m.claim.claim(server.id, CLAIM_WRITES);
  all.retype(3, 'ioreq_server');
  return { ...all, server };
}

/** An access of the guest's that has not begun, for those who test one part of its way. */
export function preparedAccess(
  { d1 }: Pick<ReturnType<typeof guestWithRam>, 'd1'>,
  request: Request = { kind: 'read', gpa: 0 },
): Access {
  const access = new Access(d1, d1.vcpu(0), { vcpu: 0, ...request }, new TraceRecorder());
  prepare(access);
  return access;
}

/** Guest tables for a CR3 of 0x1000, writable down to the last one, where linear page n has entry n. */
export function fillTables(
  { fill }: Pick<ReturnType<typeof guestWithRam>, 'fill'>,
  pages: bigint[],
) {
  const tables = [[0x2007n], [0x3007n], [0x4007n], pages];
  for (const [index, entries] of tables.entries())
    fill(0x1000 * (index + 1), [...new Uint8Array(BigUint64Array.from(entries).buffer)]);
}

/** What of a request machine code takes: hexadecimal bytes and some registers. */
export function machineCode(code: string, registers: Registers = {}) {
  const cpu = newCpuState();
  cpu.rip = BigInt(CODE);
  cpu.gpr[GPR.rsp] = 0x8000n;
  for (const [name, value] of Object.entries(registers)) cpu.gpr[GPR[name as GprName]] = value;
  return { code: bytesOf(code), cpu, decode: decodeInstruction };
}

export const bytesOf = (hexadecimal: string): Uint8Array =>
  Uint8Array.from(Buffer.from(hexadecimal.replaceAll(' ', ''), 'hex'));

export const stepsOf = (access: Access) => access.trace.map(({ step }) => step);

/** Reasons and qualifications of an access's exits. */
export const exitsOf = (access: Access) =>
  access.exits.map(({ reason, qualification }) => [reason, qualification?.toString(16)]);

/** What was asked of device models: direction, address, size and data of each request. */
export const requestsOf = (access: Access) =>
  access.ioreqs.map(({ dir, addr, size, data }) => [dir, addr, size, data]);
