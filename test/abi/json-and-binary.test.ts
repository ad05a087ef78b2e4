import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Host, XenBug, type ProfileName } from '../../src/hypervisor/index.js';
import { P2MT } from '../../src/hypervisor/abi/p2m-type.js';
import { createIoreqServer } from '../../src/hypervisor/ioreq/create-ioreq-server.js';
import { setIoreqServerState } from '../../src/hypervisor/ioreq/set-ioreq-server-state.js';
import { startLogDirty } from '../../src/hypervisor/p2m/dirty-tracking.js';
import { runTask } from '../../src/hypervisor/schedule/task.js';
import { resolveProfile } from '../../src/hypervisor/profile.js';
import { buffersOf, viewOf, type Buffers } from '../../src/routes/by-number/buffers.js';
import { callDmOp } from '../../src/routes/by-number/dm-op-call.js';
import { callHvmOp } from '../../src/routes/by-number/hvm-op-call.js';
import type { HypercallForm } from '../../src/routes/forms/hypercall-form.js';
import { HYPERCALL_FORMS } from '../../src/routes/forms/hypercall-forms.js';
import { isThereByNumber } from '../../src/routes/forms/is-there.js';
import { appFor, serve } from '../support/app-pool.js';
import { stateOf } from '../support/host-state.js';
import { arbitraryCall, type Call } from './arbitrary-call.js';

/** How many sequences of calls a profile is tried with; more of them by `FAKEXEN_ABI_RUNS`. */
const RUNS = Number(process.env['FAKEXEN_ABI_RUNS'] ?? 6);
const MS_A_RUN = 1000;

const DOM0 = { domid: 0 };
const LENGTH = { minLength: 20, maxLength: 60, size: 'max' } as const;
const MOST_OF_A_PROBLEM = 1000;
const UNION = 8;
const ERESTART = -85;

/**
 * Of two hosts alike one is called by JSON, the other by buffers. Domain 1 has two ioreq servers, of which one is enabled
 * and has ranges and, where there are claims, pages; domain 4 is in log-dirty mode.
 */
function twins(profile: ProfileName) {
  const host = () => {
    const made = new Host({ profile });
    const d1 = made.createDomain({ memoryMib: 4, vcpus: 2, paused: false });
    made.createDomain({ memoryMib: 1, target: 1 });
    made.createDomain({ type: 'pv' });
    const d4 = made.createDomain({ memoryMib: 1, emulation: 'lapic', specialPages: false });
    const { id } = runTask(createIoreqServer(d1, DOM0, 1));
    d1.ioreqServers.info(id, DOM0, 0);
    d1.ioreqServers.mapRange(id, DOM0, 1, 2n, 9n);
    runTask(setIoreqServerState(d1, DOM0, id, true));
    if (d1.profile.knobs.map_mem_type) d1.p2m.claim.claim(id, 2);
    for (const gfn of [1, 5, 0x100]) d1.p2m.changeTypeOne(gfn, P2MT.ram_rw, P2MT.ioreq_server);
    runTask(createIoreqServer(d1, DOM0, 0));
    startLogDirty(d4.p2m, true);
    return made;
  };
  return { json: host(), binary: host() };
}

type App = Awaited<ReturnType<typeof appFor>>;
type Told = Readonly<Record<string, unknown>> & { readonly rc?: number };

async function byJson(app: App, calls: readonly Call[]) {
  const answer = await app.inject({
    method: 'POST',
    url: '/multicall',
    payload: {
      calls: calls.map(({ form, domid, caller, json }) => ({
        op: `${form.via}/${form.call.name}`,
        domid,
        args: json,
        ...(caller !== undefined && { caller }),
      })),
    },
  });
  expect(answer.statusCode, answer.body.slice(0, MOST_OF_A_PROBLEM)).toBe(200);
  return answer.json<{ results: Told[] }>().results;
}

/** What would take a host down is a problem there and thrown here. */
async function byNumber(host: Host, { form, domid, caller, preemptAfter, body }: Call) {
  const to = { host, domid, caller, preemptAfter };
  const buffers = buffersOf(viewOf(Buffer.from(body)));
  let done = 0;
  try {
    const rc =
      form.via === 'dmop'
        ? await callDmOp(to, buffers)
        : await callHvmOp(to, form.number, buffers, (number) => (done = number - form.number));
    return { rc, ...told(form, rc, buffers, done) };
  } catch (error) {
    if (error instanceof XenBug) return { type: 'urn:fakexen:hazard:host_panic' };
    throw error;
  }
}

/** What lies in the buffers, by the names of JSON. */
function told(form: HypercallForm, rc: number, { first, second }: Buffers, done: number): Told {
  const { layout, call, via, response, continuation } = form;
  if (layout === undefined || first === undefined) return {};
  const { view } = first;
  const base = first.at + (via === 'dmop' ? UNION : 0);
  if (rc === ERESTART) {
    const left = layout.load(view, base);
    return continuation!.encode(call[via]?.progress?.resume(left, done) ?? left);
  }
  if (rc !== 0) return {};
  const answers = layout.members.filter(({ of }) => of === 'response' || of === 'both');
  const bitmap = 'dirty_bitmap' in call.response.fields && { dirty_bitmap: hexOf(second!) };
  return response.encode({
    ...Object.fromEntries(
      answers.map(({ field, type, offset }) => [field, type.load(view, base + offset)]),
    ),
    ...bitmap,
  });
}

const hexOf = ({ buffer, byteOffset, byteLength }: DataView) =>
  Buffer.from(buffer, byteOffset, byteLength).toString('hex');

/** What JSON told without what only people read; where it told nothing, memory is as it was. */
function compared({ form, body }: Call, { errno: _, detail: __, title: ___, ...answer }: Told) {
  if (answer.rc !== 0) return answer;
  const buffers = buffersOf(viewOf(body));
  const { dirty_bitmap } = answer;
  return {
    ...told(form, 0, buffers, 0),
    ...answer,
    ...(typeof dirty_bitmap === 'string' && {
      dirty_bitmap: dirty_bitmap.padEnd(2 * buffers.second!.byteLength, '0'),
    }),
  };
}

async function compare(app: App, profile: ProfileName, calls: readonly Call[]) {
  const { json, binary } = twins(profile);
  serve(app, json);
  const answers = await byJson(app, calls);
  for (const [index, call] of calls.entries()) {
    const what = `${index}: ${call[fc.toStringMethod]()}`;
    expect(await byNumber(binary, call), what).toEqual(compared(call, answers[index]!));
  }
  expect(stateOf(binary)).toEqual(stateOf(json));
}

describe('whatever the arguments', () => {
  it.each(['4.8', 'v6', '4.9', '4.17', '4.22'] as const)(
    'a call of %s answers and does the same over JSON and by number',
    { timeout: 10_000 + MS_A_RUN * RUNS },
    async (profile) => {
      const { knobs } = resolveProfile(profile);
      const forms = [...HYPERCALL_FORMS.dmop, ...HYPERCALL_FORMS.hvmop].filter((form) =>
        isThereByNumber(form, knobs),
      );
      const app = await appFor(new Host());
      const calls = fc.array(fc.oneof(...forms.map(arbitraryCall)), LENGTH);

      await fc.assert(
        fc.asyncProperty(calls, (calls) => compare(app, profile, calls)),
        { numRuns: RUNS },
      );
    },
  );
});
