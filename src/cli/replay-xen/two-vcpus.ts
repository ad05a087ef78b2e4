/**
 * Two vcpus that run at once. No recording has the code that they execute, but what their slots show of
 * it: a step that shows a request nobody has made yet has them make it.
 */

import { DONE, type Call } from './call-result.js';
import type { RecordedWorld } from './recorded-world.js';
import type { Step } from './recording.js';
import { numberAt, structOf } from './struct-bytes.js';

interface VcpuShown {
  readonly completed: boolean;
  readonly rax: string;
  readonly exception_plus_1: number;
  readonly state: number;
  readonly type: number;
  readonly dir: number;
  readonly addr: string;
  readonly size: number;
  readonly data: string;
  readonly vp_eport: number;
}

const NAMES = ['vcpu0', 'vcpu1'] as const;
/** RAX of each before whatever it executes. */
const RAX = ['0x1122334455667788', '0xbbbbbbbb44332211'] as const;

const SLOT = { bytes: 32, data: 8, size: 20, vpEport: 24, bits: 30, type: 31 } as const;
const STATE_BITS = 0b1111;
const READY = 1;
const RESP_READY = 3;
const DIR = 1 << 5;
const PIO = 0;

/** Machine code by what its request shows. */
const CODE = { in: 'ed', load: '8b07', store: '8907', add: '0107', nop: '90' } as const;

const NOTIFIED = /^(vcpu \d+|right port) notified$/;

interface Before {
  completed: boolean;
  rax: string;
  exception_plus_1: number;
  access: number | undefined;
}

export const TWO_VCPUS: Readonly<Record<string, Call>> = {
  two_vcpus: async (world, { when }, _, out) => {
    await world.run();
    if (NOTIFIED.test(String(when))) await notifyAnswered(world);
    for (const [vcpu, name] of NAMES.entries()) await step(world, vcpu, out[name] as VcpuShown);
    const shown = [];
    for (const [vcpu, name] of NAMES.entries()) shown.push([name, await look(world, vcpu)]);
    return { ...DONE, out: Object.fromEntries(shown) as Record<string, unknown> };
  },
};

/** The requests that the device model answers before any step looks at them: the next look tells which. */
export async function beginRequests(
  world: RecordedWorld,
  following: readonly Step[],
): Promise<void> {
  const next = following.find(({ op }) => op === 'two_vcpus');
  if ([...NAMES.keys()].some((vcpu) => beforeOf(world, vcpu).access !== undefined)) return;
  await world.run();
  for (const [vcpu, name] of NAMES.entries()) {
    const shown = next?.out?.[name] as VcpuShown | undefined;
    if (shown !== undefined) await begin(world, vcpu, codeFor(shown, vcpu), shown.addr);
  }
}

/** The device model answers a vcpu, and notifies a port, maybe that of another. */
export async function answerVcpu(
  world: RecordedWorld,
  { vcpu, data, notify }: Readonly<Record<string, unknown>>,
): Promise<void> {
  const at = Number(vcpu) * SLOT.bytes;
  await world.pages.write('ioreq', at + SLOT.data, structOf([[data, 8]]));
  const page = await world.pages.read('ioreq');
  const bits = ((page[at + SLOT.bits] ?? 0) & ~STATE_BITS) | RESP_READY;
  await world.pages.write('ioreq', at + SLOT.bits, Uint8Array.of(bits));
  const port = /^port of vcpu (\d+)/.exec(String(notify))?.[1];
  if (port !== undefined) await world.sendEvent(portOf(page, Number(port)));
}

async function notifyAnswered(world: RecordedWorld): Promise<void> {
  const page = await world.pages.read('ioreq');
  for (const vcpu of NAMES.keys())
    if (((page[vcpu * SLOT.bytes + SLOT.bits] ?? 0) & STATE_BITS) === RESP_READY)
      await world.sendEvent(portOf(page, vcpu));
}

const portOf = (page: Uint8Array, vcpu: number): number =>
  Number(numberAt(page, vcpu * SLOT.bytes + SLOT.vpEport, 4));

const BEFORE = new WeakMap<RecordedWorld, Before[]>();

function beforeOf(world: RecordedWorld, vcpu: number): Before {
  const all =
    BEFORE.get(world) ??
    RAX.map((rax) => ({ completed: true, rax, exception_plus_1: 0, access: undefined }));
  BEFORE.set(world, all);
  const before = all[vcpu];
  if (before === undefined) throw new Error(`the recordings have no vcpu ${vcpu}`);
  return before;
}

async function step(world: RecordedWorld, vcpu: number, expected: VcpuShown): Promise<void> {
  const before = beforeOf(world, vcpu);
  const isNew = before.access === undefined && expected.state === READY && !expected.completed;
  const isDisturbed = expected.exception_plus_1 !== before.exception_plus_1;
  if (!isNew && !isDisturbed) return;
  await begin(world, vcpu, isDisturbed ? CODE.nop : codeFor(expected, vcpu), expected.addr);
}

async function begin(world: RecordedWorld, vcpu: number, code: string, addr: string) {
  const { answer } = await world.demand(
    'POST',
    '/guest-access',
    {
      vcpu,
      kind: 'insn',
      bytes: code,
      regs: { rax: RAX[vcpu], rdi: addr, rdx: addr, rip: '0x12000' },
      gla: null,
      trace: false,
    },
    { prefer: 'respond-async' },
  );
  beforeOf(world, vcpu).access = answer['id'] as number;
}

function codeFor({ type, dir, data }: VcpuShown, vcpu: number): string {
  if (dir === 1) return type === PIO ? CODE.in : CODE.load;
  const isPlain = BigInt(data) === (BigInt(RAX[vcpu] ?? 0) & 0xffff_ffffn);
  return isPlain ? CODE.store : CODE.add;
}

async function look(world: RecordedWorld, vcpu: number): Promise<VcpuShown> {
  const before = beforeOf(world, vcpu);
  if (before.access !== undefined) await follow(world, before, before.access);
  const page = await world.pages.read('ioreq');
  const at = vcpu * SLOT.bytes;
  const bits = page[at + SLOT.bits] ?? 0;
  const { completed, rax, exception_plus_1 } = before;
  return {
    completed,
    rax,
    exception_plus_1,
    state: bits & STATE_BITS,
    type: page[at + SLOT.type] ?? 0,
    dir: (bits & DIR) === 0 ? 0 : 1,
    addr: hex(numberAt(page, at, 8)),
    size: Number(numberAt(page, at + SLOT.size, 4)),
    data: hex(numberAt(page, at + SLOT.data, 8)),
    vp_eport: portOf(page, vcpu),
  };
}

async function follow(world: RecordedWorld, before: Before, access: number): Promise<void> {
  const { answer } = await world.demand('GET', `/guest-access/${access}`);
  const { outcome, exception, regs } = answer as {
    outcome: string;
    exception?: { vector: number };
    regs: Record<string, string>;
  };
  before.completed = outcome !== 'pending';
  before.exception_plus_1 = exception === undefined ? 0 : exception.vector + 1;
  before.rax = before.completed && exception === undefined ? (regs['rax'] ?? '0x0') : '0x0';
  if (before.completed) before.access = undefined;
}

const hex = (value: bigint) => `0x${value.toString(16)}`;
