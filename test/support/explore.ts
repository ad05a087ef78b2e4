import { p2mTypeName } from '../../src/hypervisor/abi/p2m-type.js';
import type { Access } from '../../src/hypervisor/access/access.js';
import type { AccessRequest } from '../../src/hypervisor/access/access-request.js';
import { TablePages } from '../../src/hypervisor/ept/table-pages.js';
import { AnswerStep } from '../../src/hypervisor/explore/answer-step.js';
import { Explorer, type Limits } from '../../src/hypervisor/explore/explore.js';
import { GuestStep } from '../../src/hypervisor/explore/guest-step.js';
import { HypercallStep } from '../../src/hypervisor/explore/hypercall-step.js';
import type { Invariant } from '../../src/hypervisor/explore/invariants.js';
import type { Program, Step, World } from '../../src/hypervisor/explore/program.js';
import { Host } from '../../src/hypervisor/host.js';
import { mapMemType } from '../../src/hypervisor/hvm/map-mem-type.js';
import { HVMMEM, setMemType } from '../../src/hypervisor/hvm/mem-type.js';
import { destroyIoreqServer } from '../../src/hypervisor/ioreq/destroy-ioreq-server.js';
import { runTask, type Task } from '../../src/hypervisor/schedule/task.js';
import type { DomainSpec } from '../../src/hypervisor/domain-spec.js';
import { addServer } from './host.js';

const PAGES = new TablePages(2 ** 32);
const WRITE = 2;
export const FIRST_GFN = 3;

type Made = (world: Pick<World, 'host' | 'domain'>) => Step;

/** Outcome and exits of an access, in short. */
const inShort = ({ outcome, reason, exits }: Access) =>
  [outcome, reason, ...exits.map((exit) => exit.reason)].filter(Boolean).join(' ');

const hypercall =
  (name: string, call: (world: Pick<World, 'host' | 'domain'>) => Task<unknown>): Made =>
  (world) =>
    new HypercallStep(name, function* () {
      yield* call(world);
      return 'ok';
    });

/** What actors can do here; servers have the ids that they were created with. */
export const DO = {
  access:
    (request: Omit<AccessRequest, 'vcpu'> & { vcpu?: number }): Made =>
    (world) =>
      new GuestStep(world, { vcpu: 0, ...request }, inShort),
  write: (vcpu = 0, gfn = FIRST_GFN): Made =>
    DO.access({ vcpu, kind: 'write', gpa: gfn * 4096, size: 4, data: 1n }),
  answer:
    (ioservid = 0): Made =>
    ({ domain }) =>
      new AnswerStep(domain, { ioservid }, () => 'answered'),
  map: (id: number, flags: number) =>
    hypercall('map_mem_type_to_ioreq_server', ({ domain }) =>
      mapMemType(domain, 0, { id, type: HVMMEM.ioreq_server, flags, opaque: 0 }),
    ),
  claim: (id = 0) => DO.map(id, WRITE),
  disclaim: (id = 0) => DO.map(id, 0),
  setType: (memType: keyof typeof HVMMEM, firstGfn = FIRST_GFN, nr = 1) =>
    hypercall('set_mem_type', ({ domain }) =>
      setMemType(domain, { firstGfn, nr, memType: HVMMEM[memType] }),
    ),
  destroy: (id = 0) =>
    hypercall('destroy_ioreq_server', ({ host, domain }) =>
      destroyIoreqServer(domain, host.caller(0), id),
    ),
};

/** Sixteen pages of RAM; server 0 owns the type, page 3 has it; then the actors. */
export function programOf(
  actors: Readonly<Record<string, readonly Made[]>>,
  {
    knobs = {},
    servers = 1,
    vcpus = 1,
  }: Pick<DomainSpec, 'knobs' | 'vcpus'> & { servers?: number } = {},
): Program {
  return () => {
    PAGES.reset();
    const host = new Host({ tablePages: PAGES });
    host.resumeVcpu = () => undefined;
    const domain = host.createDomain({
      memory: [{ firstGfn: 0, nr: 16, order: 0 }],
      specialPages: false,
      paused: false,
      vcpus,
      knobs,
    });
    const world = { host, domain };
    for (let nr = 0; nr < servers; nr++) addServer(host, domain);
    for (const step of [DO.claim(), DO.setType('ioreq_server')]) runTask(step(world).task());
    return {
      ...world,
      actors: Object.entries(actors).map(([name, steps]) => ({
        name,
        steps: steps.map((make) => make(world)),
      })),
      state: () => ({
        owner: domain.p2m.claim.owner,
        entries: domain.p2m.entryCount,
        type: p2mTypeName(domain.p2m.typeOf(FIRST_GFN)),
      }),
    };
  };
}

export function explored(
  program: Program,
  invariants: readonly Invariant[] = [],
  limits: Partial<Limits> = {},
) {
  const explorer = new Explorer(program, invariants, { maxSchedules: 100_000, ...limits });
  const found = [...explorer.schedules()].filter((outcome) => outcome !== undefined);
  return { ...explorer.result, found };
}
