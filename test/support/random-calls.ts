/** Calls of every kind that a host takes, at random: most of them do something, many are refused. */

import { HYPERCALL_FORMS } from '../../src/routes/forms/hypercall-forms.js';
import type { JsonSchema } from '../../src/routes/wire/word.js';

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly payload?: object | string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Numbers from 0 to below 1; the same seed gives the same ones (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), state | 1);
    t = (t + Math.imul(t ^ (t >>> 7), t | 61)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const FORMS = Object.values(HYPERCALL_FORMS).flat();
const ASYNC = { prefer: 'respond-async' };
const OCTETS = { 'content-type': 'application/octet-stream' };

/** Frames and addresses that mean something to a domain of 4 MiB. */
const NUMBERS = [
  0, 1, 2, 3, 4, 0x10, 0x100, 0x101, 0x1ff, 0x200, 0x3ff, 0x400, 0x1000, 0xf0000, 0xfeff0, 0xfefff,
  0xf0000000, 0xffffffff,
];
const GPAS = [
  '0x1000',
  '0x100008',
  '0x1ffffc',
  '0x3ff000',
  '0xf0000010',
  '0xf0000ffe',
  '0xa0010',
  '0xfee00080',
  '0xfee000f0',
  '0xfec00010',
  '0x500000',
  '0xfed00010',
];
const PORTS = [0xcf8, 0xcfc, 0x3f8, 0x20, 0x21, 0x70, 0x71, 0x61, 0x1f40];
const CODE = ['f00fc107', '48890425001000f0', 'f4', '0f01c1', 'f3aa', '8b07', '660fd607'];
const PROFILES = ['4.8', '4.9', '4.17', '4.22', 'v6'];

/** How often a domain is made anew, with a device model that has asked for its pages. */
const RENEWALS = 0.03;

/** For ever. */
export function* randomCalls(random: () => number): Generator<Call> {
  for (const domid of [1, 2, 3]) yield* renewal(domid, random);
  for (;;)
    if (random() < RENEWALS) yield* renewal(1 + Math.floor(3 * random()), random);
    else yield randomCall(random);
}

function* renewal(domid: number, random: () => number): Generator<Call> {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  yield { method: 'DELETE', url: `/domains/${domid}` };
  const payload = {
    domid,
    memory_mib: pick([1, 4]),
    vcpus: 2,
    profile: pick(PROFILES),
    paused: false,
    target: domid === 2 ? 1 : undefined,
  };
  yield { method: 'POST', url: '/domains', payload: JSON.parse(JSON.stringify(payload)) };
  const dmop = (op: string, body: object): Call => ({
    method: 'POST',
    url: `/domains/${domid}/dmop/${op}`,
    payload: body,
  });
  for (const id of [0, 1]) {
    yield dmop('create_ioreq_server', { handle_bufioreq: pick([0, 2]) });
    yield dmop('get_ioreq_server_info', { id });
    yield dmop('map_io_range_to_ioreq_server', { id, ...RANGES[id] });
    yield dmop('set_ioreq_server_state', { id, enabled: 1 });
  }
  yield dmop('map_mem_type', { id: 0, type: 'ioreq_server', flags: 2 });
  yield dmop('set_mem_type', { mem_type: 'ioreq_server', first_pfn: '0x100', nr: 2 });
}

const RANGES = [
  { type: 'memory', start: '0xf0000000', end: '0xf0000fff' },
  { type: 'port', start: '0x3f8', end: '0x3ff' },
];

function randomCall(random: () => number): Call {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const domid = pick([1, 1, 1, 2, 2, 3]);
  const at = `/domains/${domid}`;
  const server = `${at}/ioreq-servers/${pick([0, 0, 0, 1, 1, 2])}`;

  const access = (): Call => {
    const kind = pick([
      'read',
      'write',
      'rmw',
      'exec',
      'in',
      'out',
      'rep_stos',
      'rep_movs',
      'insn',
    ]);
    const vcpu = pick([0, 0, 1]);
    const common = { vcpu, kind, trace: random() < 0.3 };
    const payload =
      kind === 'insn'
        ? { ...common, bytes: pick(CODE), regs: { rdi: pick(GPAS), rax: '0x1', rcx: '0x3' } }
        : kind === 'in' || kind === 'out'
          ? { ...common, port: pick(PORTS), size: pick([1, 2, 4]), data: '0x80001000' }
          : kind === 'rep_movs'
            ? { ...common, gpa: pick(GPAS), source: pick(GPAS), size: pick([1, 4]), count: 3 }
            : {
                ...common,
                gpa: pick(GPAS),
                size: pick([1, 2, 4, 8]),
                data: '0x2a',
                count: kind === 'rep_stos' ? 5 : undefined,
              };
    return {
      method: 'POST',
      url: `${at}/guest-access`,
      payload: JSON.parse(JSON.stringify(payload)),
      headers: ASYNC,
    };
  };
  const hypercall = (): Call => {
    const form = pick(FORMS);
    const example = form.example.request;
    const random_ = valueFor(form.request.schema, random) as object;
    const mixed = Object.fromEntries(
      Object.entries({ ...random_, ...example }).map(([key, value]) =>
        random() < 0.5 ? [key, value] : [key, (random_ as Record<string, unknown>)[key] ?? value],
      ),
    );
    const payload = JSON.parse(JSON.stringify(mixed)) as object;
    const caller = pick(['0', '0', '0', '0', '2', String(domid)]);
    return {
      method: 'POST',
      url: `${at}/${form.via}/${form.call.name}`,
      payload,
      headers: { 'xen-caller-domid': caller },
    };
  };
  const serve = (): Call => {
    const { url, payload } = pick([
      { url: 'create_ioreq_server', payload: { handle_bufioreq: pick([0, 1, 2]) } },
      { url: 'get_ioreq_server_info', payload: { id: pick([0, 0, 1]) } },
      {
        url: 'set_ioreq_server_state',
        payload: { id: pick([0, 0, 1]), enabled: pick([0, 1, 1, 1]) },
      },
      {
        url: 'map_io_range_to_ioreq_server',
        payload: { id: pick([0, 1]), type: 'memory', start: '0xf0000000', end: '0xf0000fff' },
      },
      {
        url: 'map_io_range_to_ioreq_server',
        payload: { id: pick([0, 1]), type: 'port', start: '0x3f8', end: '0x3ff' },
      },
      {
        url: 'map_mem_type',
        payload: { id: pick([0, 1]), type: 'ioreq_server', flags: pick([0, 2, 2]) },
      },
      {
        url: 'set_mem_type',
        payload: {
          mem_type: pick(['ioreq_server', 'ram_rw', 'ram_ro']),
          first_pfn: pick(['0x100', '0x3']),
          nr: pick([1, 4]),
        },
      },
      { url: 'track_dirty_vram', payload: { first_pfn: '0x100', nr: pick([0, 16, 16]) } },
      { url: 'destroy_ioreq_server', payload: { id: pick([1, 2]) } },
    ]);
    return { method: 'POST', url: `${at}/dmop/${url}`, payload };
  };
  const exchange = (): Call => {
    const completions = random() < 0.6 ? [{ vcpu: pick([0, 1]), data: '0x11' }] : [];
    return { method: 'POST', url: `${server}/exchange`, payload: { completions } };
  };
  const other = (): Call =>
    pick<() => Call>([
      () => ({
        method: 'POST',
        url: `${at}/${pick(['pause', 'unpause', 'unpause', 'resume', 'shutdown'])}`,
        ...{ payload: {} },
      }),
      () => ({ method: 'PUT', url: `${at}/monitor`, payload: { access_required: random() < 0.5 } }),
      () => ({ method: 'DELETE', url: `${at}/monitor` }),
      () => ({ method: 'POST', url: `${at}/monitor/exchange`, payload: { resume: [{ vcpu: 0 }] } }),
      () => ({ method: 'POST', url: `/domains/${pick([0, 1, 2])}/evtchn/pending`, payload: {} }),
      () => ({
        method: 'PUT',
        url: `${at}/ram?gpa=${pick(GPAS)}`,
        payload: 'some bytes',
        headers: OCTETS,
      }),
      () => ({ method: 'PUT', url: `${server}/responder`, payload: { mode: 'ones' } }),
      () => ({ method: 'DELETE', url: `${server}/responder` }),
      () => ({ method: 'GET', url: `${at}/vcpus/0` }),
      () => ({ method: 'GET', url: `${at}/irqs` }),
      () => ({ method: 'GET', url: `${at}/ept/0x100` }),
    ])();
  const dice = random();
  return dice < 0.3
    ? access()
    : dice < 0.55
      ? hypercall()
      : dice < 0.7
        ? serve()
        : dice < 0.85
          ? exchange()
          : other();
}

/** Something that fits the schema. */
function valueFor(schema: JsonSchema, random: () => number): unknown {
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  if ('const' in schema) return schema['const'];
  if (Array.isArray(schema['enum'])) return pick(schema['enum'] as unknown[]);
  const choices = (schema['anyOf'] ?? schema['oneOf']) as JsonSchema[] | undefined;
  if (choices !== undefined) return valueFor(pick(choices), random);
  const type = Array.isArray(schema['type']) ? pick(schema['type'] as string[]) : schema['type'];
  if (type === 'object')
    return Object.fromEntries(
      Object.entries((schema['properties'] ?? {}) as Record<string, JsonSchema>)
        .filter(
          ([key]) =>
            key !== 'preempt' &&
            ((schema['required'] as string[] | undefined)?.includes(key) === true ||
              random() < 0.3),
        )
        .map(([key, field]) => [key, valueFor(field, random)]),
    );
  if (type === 'array')
    return Array.from(
      {
        length: Math.max((schema['minItems'] as number | undefined) ?? 0, Math.floor(random() * 3)),
      },
      () => valueFor(schema['items'] as JsonSchema, random),
    );
  if (type === 'integer') {
    const [low, high] = [
      (schema['minimum'] as number | undefined) ?? 0,
      (schema['maximum'] as number | undefined) ?? 0xffffffff,
    ];
    return pick(NUMBERS.filter((n) => n >= low && n <= high).concat(low));
  }
  if (type === 'boolean') return random() < 0.5;
  if (type === 'string') return `0x${pick(NUMBERS).toString(16)}`;
  return null;
}
