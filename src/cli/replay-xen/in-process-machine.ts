/** A machine inside the replayer's own process: the core itself, without HTTP. */

import { decodeInstruction } from '../../x86/decode.js';
import type { Access } from '../../hypervisor/access/access.js';
import { startAccess } from '../../hypervisor/access/access-guest.js';
import { GPR, newCpuState, type CpuState } from '../../hypervisor/access/cpu-state.js';
import { XenError } from '../../hypervisor/abi/errno.js';
import { INVALID_MFN, type Gpa } from '../../hypervisor/abi/frames.js';
import {
  IOREQ_DIR,
  IOREQ_STATE,
  ioreqTypeName,
  setSlotData,
  setSlotState,
  slotState,
} from '../../hypervisor/abi/ioreq.js';
import { isRam, P2MT, p2mTypeName } from '../../hypervisor/abi/p2m-type.js';
import type { Domain } from '../../hypervisor/domain.js';
import { Host } from '../../hypervisor/host.js';
import { mapMemType } from '../../hypervisor/hvm/map-mem-type.js';
import { getMemType, setMemType } from '../../hypervisor/hvm/mem-type.js';
import { acquireFrame } from '../../hypervisor/ioreq/acquire-frame.js';
import { takeBuffered } from '../../hypervisor/ioreq/bufioreq.js';
import { createIoreqServer } from '../../hypervisor/ioreq/create-ioreq-server.js';
import { destroyIoreqServer } from '../../hypervisor/ioreq/destroy-ioreq-server.js';
import type { IoreqServer } from '../../hypervisor/ioreq/ioreq-server.js';
import { setIoreqServerState } from '../../hypervisor/ioreq/set-ioreq-server-state.js';
import {
  cleanDirtyBitmap,
  disableLogDirty,
  enableLogDirty,
} from '../../hypervisor/p2m/dirty-tracking.js';
import { runTask } from '../../hypervisor/schedule/task.js';
import type { CallResult, GuestState, Machine } from './machine.js';
import type { GuestStep, RecordedBufioreq, RecordedIoreq, Step } from './recording.js';
import { GUEST_CR3, guestTables, isPaged } from './guest-tables.js';
import {
  FILLED,
  fromHex,
  MEMORY,
  MM0,
  REGISTERS,
  RFLAGS_MASK,
  SNIPPET,
  toHex,
  XMM0,
} from './world.js';

const hex = (value: bigint | number) => `0x${value.toString(16)}`;
const LETTER_A = 'A'.charCodeAt(0);
const NAMES = ['rax', 'rbx', 'rcx', 'rdx', 'rsi', 'rdi'] as const;

type Arguments = Readonly<Record<string, unknown>>;
const number = (args: Arguments, name: string) => Number(BigInt(args[name] as string | number));

export class InProcessMachine implements Machine {
  readonly #profile: string;
  #host = new Host();
  #domain!: Domain;
  #access: Access | undefined;
  readonly #letters = new Map<number, string>();
  #created = 0;
  readonly #taken = new Set<string>();
  held: RecordedIoreq | undefined;

  constructor(profile: string) {
    this.#profile = profile;
  }

  async reset(scenario: string): Promise<void> {
    this.#host = new Host();
    this.#letters.clear();
    this.#taken.clear();
    this.#created = 0;
    this.#access = undefined;
    this.#domain = this.#host.createDomain({
      memory: MEMORY,
      specialPages: false,
      profile: this.#profile,
      emulation: scenario.endsWith('_pvh_like') ? 'lapic' : 'full',
      paused: false,
    });
    for (const { gpa, bytes } of FILLED) await this.writeRam(gpa, bytes);
    if (isPaged(scenario))
      for (const { gpa, bytes } of guestTables()) await this.writeRam(gpa, bytes);
  }

  call({ op, args = {} }: Step): Promise<CallResult | undefined> {
    const call = CALLS[op];
    if (!call) return Promise.resolve(undefined);
    try {
      const out = call(this.#host, this.#domain, args);
      if (op === 'create_ioreq_server')
        this.#letters.set(out?.id as number, String.fromCharCode(LETTER_A + this.#created++));
      return Promise.resolve({ ret: 0, errno: null, ...(out && { out }) });
    } catch (error) {
      if (!(error instanceof XenError)) throw error;
      return Promise.resolve({ ret: -1, errno: error.errno });
    }
  }

  readRam(gpa: number, length: number): Promise<Uint8Array | undefined> {
    const isThere = this.#isRam(gpa);
    return Promise.resolve(isThere ? this.#domain.ram.read(gpa as Gpa, length) : undefined);
  }

  writeRam(gpa: number, bytes: Uint8Array): Promise<void> {
    if (this.#isRam(gpa)) this.#domain.ram.write(gpa as Gpa, bytes);
    return Promise.resolve();
  }

  typeOf(gfn: number): Promise<string> {
    return Promise.resolve(p2mTypeName([0, 3, 4, 4, 15][getMemType(this.#domain.p2m, gfn)] ?? 4));
  }

  startGuest({ bytes, regs_in, scenario }: GuestStep): Promise<void> {
    this.#access = startAccess(this.#domain, {
      vcpu: 0,
      kind: 'insn',
      code: fromHex(bytes),
      cpu: cpuOf(regs_in, scenario),
      decode: decodeInstruction,
      // The recordings' nested paging never reports a linear address.
      gla: null,
    });
    return Promise.resolve();
  }

  continueGuest(): Promise<void> {
    this.#host.settle(this.#domain);
    return Promise.resolve();
  }

  guest(): Promise<GuestState> {
    const access = this.#access;
    if (!access) throw new Error('no guest step has been started');
    const { cpu, exception } = access;
    const regs: Record<string, string> = {};
    for (const name of NAMES) regs[name] = hex(cpu.gpr[GPR[name]] ?? 0n);
    regs.rflags = hex(BigInt(cpu.rflags) & RFLAGS_MASK);
    regs.xmm0 = toHex(new Uint8Array(cpu.xmm.buffer, 0, 16));
    return Promise.resolve({
      completed: access.settled,
      exception: exception
        ? {
            vector: exception.vector,
            error: hex(exception.error ?? 0),
            cr2: hex(exception.cr2 ?? 0n),
          }
        : null,
      regs,
      ripOffset: Number(cpu.rip - SNIPPET),
    });
  }

  takeRequests(): Promise<RecordedIoreq[]> {
    const requests: RecordedIoreq[] = [];
    for (const server of this.#domain.ioreqServers.inOrder)
      for (const { vcpu, seq, ioreq } of server.requests.outstanding()) {
        const key = `${server.id}/${this.#letters.get(server.id)}/${vcpu}/${seq}`;
        if (this.#taken.has(key)) continue;
        this.#taken.add(key);
        requests.push({
          srv: this.#letters.get(server.id) ?? '?',
          id: server.id,
          type: (ioreqTypeName(ioreq.type) ?? '').toUpperCase(),
          dir: ioreq.dir === IOREQ_DIR.read ? 'read' : 'write',
          addr: hex(ioreq.addr),
          size: ioreq.size,
          count: ioreq.count,
          df: ioreq.df ? 1 : 0,
          data_is_ptr: ioreq.dataIsPtr ? 1 : 0,
          data: hex(ioreq.data),
        });
      }
    return Promise.resolve(requests);
  }

  takeBuffered(): Promise<RecordedBufioreq[]> {
    const requests: RecordedBufioreq[] = [];
    for (const server of this.#domain.ioreqServers.inOrder.toReversed())
      for (const ioreq of takeBuffered(server, 511)) {
        const base = {
          srv: this.#letters.get(server.id) ?? '?',
          type: ioreq.type,
          dir: ioreq.dir === IOREQ_DIR.read ? ('read' as const) : ('write' as const),
          size_code: Math.log2(ioreq.size),
          addr: hex(ioreq.addr),
        };
        requests.push({ ...base, data: hex(ioreq.data & 0xffff_ffffn) });
        if (ioreq.size === 8) requests.push({ ...base, data: hex(ioreq.data >> 32n) });
      }
    return Promise.resolve(requests);
  }

  answer({ id }: RecordedIoreq, value: bigint | undefined): Promise<void> {
    this.#server(id)?.requests.complete(0, value === undefined ? {} : { data: value });
    return Promise.resolve();
  }

  answerLate({ id }: RecordedIoreq, value: bigint | undefined, notify: boolean): Promise<number> {
    const view = this.#server(id)?.ioreqPage.view;
    if (!view) throw new Error(`server ${id} has no page`);
    const found = slotState(view, 0);
    if (value !== undefined) setSlotData(view, 0, value);
    setSlotState(view, 0, IOREQ_STATE.resp_ready);
    return notify ? this.notify(id).then(() => found) : Promise.resolve(found);
  }

  setSlotState(id: number, state: number): Promise<void> {
    const view = this.#server(id)?.ioreqPage.view;
    if (view) setSlotState(view, 0, state);
    return Promise.resolve();
  }

  notify(id: number): Promise<void> {
    const server = this.#server(id);
    if (server) this.#domain.eventChannels.arrive(server.requests.portOf(0));
    return Promise.resolve();
  }

  #server(id: number): IoreqServer | undefined {
    return this.#domain.ioreqServers.find(id);
  }

  #isRam(gpa: number): boolean {
    const { type, mfn } = this.#domain.p2m.query(Math.floor(gpa / 4096));
    return isRam(type) && mfn !== INVALID_MFN;
  }
}

type Call = (host: Host, domain: Domain, args: Arguments) => Record<string, unknown> | undefined;

/** The calls of the recordings, by their names there. */
const CALLS: Readonly<Record<string, Call>> = {
  create_ioreq_server: (host, domain, args) => {
    const server = runTask(
      createIoreqServer(domain, host.caller(0), number(args, 'handle_bufioreq')),
    );
    return { id: server.id };
  },
  'acquire_resource(ioreq_server)': (host, domain, args) => {
    acquireFrame(domain.ioreqServers, host.caller(0), number(args, 'id'), number(args, 'frame'));
    return undefined;
  },
  set_ioreq_server_state: (host, domain, args) => {
    const enabled = number(args, 'enabled') !== 0;
    runTask(setIoreqServerState(domain, host.caller(0), number(args, 'id'), enabled));
    return undefined;
  },
  destroy_ioreq_server: (host, domain, args) => {
    runTask(destroyIoreqServer(domain, host.caller(0), number(args, 'id')));
    return undefined;
  },
  map_io_range: (host, domain, args) => range(host, domain, args, 'mapRange'),
  unmap_io_range: (host, domain, args) => range(host, domain, args, 'unmapRange'),
  map_mem_type_to_ioreq_server: (_, domain, args) => {
    const request = {
      id: number(args, 'id'),
      type: number(args, 'type'),
      flags: number(args, 'flags'),
      opaque: number(args, 'opaque'),
    };
    runTask(mapMemType(domain, 0, request));
    return undefined;
  },
  set_mem_type: (_, domain, args) => {
    const request = {
      firstGfn: number(args, 'first_pfn'),
      nr: number(args, 'nr'),
      memType: number(args, 'mem_type'),
    };
    runTask(setMemType(domain, request));
    return undefined;
  },
  HVMOP_get_mem_type: (_, domain, args) => ({
    mem_type: getMemType(domain.p2m, number(args, 'pfn')),
  }),
  XENMEM_maximum_gpfn: (_, domain) => ({ gpfn: hex(domain.p2m.maxMappedGfn) }),
  XENMEM_decrease_reservation: (_, domain, args) => {
    const { p2m } = domain;
    p2m.setPage(number(args, 'gfn'), INVALID_MFN, P2MT.invalid, p2m.defaultAccess);
    return undefined;
  },
  shadow_op_enable_logdirty: (_, domain) => {
    enableLogDirty(domain.p2m, true);
    return undefined;
  },
  logdirty_clean: (_, domain) => {
    cleanDirtyBitmap(domain.p2m);
    return undefined;
  },
  shadow_op_off: (_, domain) => {
    disableLogDirty(domain.p2m);
    return undefined;
  },
};

function range(host: Host, domain: Domain, args: Arguments, method: 'mapRange' | 'unmapRange') {
  const [start, end] = [BigInt(args.start as string), BigInt(args.end as string)];
  const servers = domain.ioreqServers;
  servers[method](number(args, 'id'), host.caller(0), number(args, 'type'), start, end);
  return undefined;
}

function cpuOf(regs: Readonly<Record<string, string>>, scenario: string): CpuState {
  const cpu = newCpuState();
  for (const name of NAMES) cpu.gpr[GPR[name]] = BigInt(regs[name] ?? 0);
  cpu.gpr[GPR.rsp] = REGISTERS.rsp;
  cpu.rip = REGISTERS.rip;
  cpu.rflags = Number(regs.rflags ?? 2) | 2;
  cpu.idtBase = REGISTERS.idtBase;
  if (isPaged(scenario)) {
    cpu.cr0 = 0;
    cpu.cr3 = GUEST_CR3;
  }
  cpu.idtLimit = scenario.startsWith('sf_') ? 0xfff : 0x1ff;
  new Uint8Array(cpu.xmm.buffer).set(fromHex(XMM0));
  cpu.x87 = { ...cpu.x87, registers: cpu.x87.registers.with(0, (0xffffn << 64n) | MM0) };
  return cpu;
}
