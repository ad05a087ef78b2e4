/**
 * The world in which a scenario was recorded, made over HTTP: a fresh domain, where the scenario
 * needs one a second domain that is its emulator, and what the program in dom0 remembers.
 */

import type { OutgoingHttpHeaders } from 'node:http';
import { guestTables, isPaged } from './guest-tables.js';
import { MEMORY, SPECIAL_PARAMS } from './layout.js';
import { FILLED, type Bytes } from './page-pattern.js';
import type { RecordedIoreq, Step } from './recording.js';
import type { ServedDomain } from './served-domain.js';
import { ServerNames } from './server-names.js';
import type { Reply, Service } from './service.js';
import type { Transport } from './transport.js';

/** The guest's own hypercalls name it so. */
const DOMID = 1;
const EMULATOR_DOMID = 2;
const DOM0 = 0;
/** Steps about a PV domain say so. */
const PV = 'PV';

export interface WorldSpec {
  readonly scenario: string;
  readonly version: string;
  /** Makes the way in which the device model is served. */
  readonly transport: () => Transport;
  /** Only what a local APIC emulates. */
  readonly isBare?: boolean;
  /** Steps to come: they tell what the world must have. */
  readonly steps: readonly Step[];
}

export class RecordedWorld implements ServedDomain {
  readonly service: Service;
  readonly transport: Transport;
  /** The domain that steps are about unless they say otherwise. */
  domid = DOMID;
  /** Domains that steps have created, by what they call them. */
  readonly domids = new Map<string, number>();
  /** Who makes the calls. */
  caller = DOM0;
  /** The last guest access, and how many of its requests have been seen. */
  access = { id: 0, seen: 0 };
  /** The vcpu was stopped where it stood, or has not run yet. */
  isPaused = true;
  /** Somebody looks which pages are dirty. */
  isLogDirty = false;
  /** The request whose answer the device model holds back. */
  held: RecordedIoreq | undefined;
  readonly servers = new ServerNames();
  readonly #spec: WorldSpec;
  /** dom0's end of each port of the domain. */
  readonly #ends = new Map<number, number>();

  private constructor(service: Service, spec: WorldSpec) {
    this.service = service;
    this.transport = spec.transport();
    this.#spec = spec;
  }

  static async make(service: Service, spec: WorldSpec): Promise<RecordedWorld> {
    await removeDomains(service);
    const world = new RecordedWorld(service, spec);
    const { scenario, isBare = scenario.endsWith('_pvh_like'), steps } = spec;
    await world.createDomain({
      domid: DOMID,
      paused: true,
      emulation: isBare ? 'lapic' : 'full',
      memory: MEMORY,
      vcpus: scenario === 'rc_two_vcpus' ? 2 : 1,
      ...(scenario.startsWith('rc_frames_') && { params: SPECIAL_PARAMS }),
    });
    if (steps.some(({ op }) => op.startsWith('stubdom:')))
      await world.createDomain({ domid: EMULATOR_DOMID, memory: MEMORY });
    for (const bytes of FILLED) await world.writeRam(bytes);
    if (isPaged(scenario)) for (const bytes of guestTables()) await world.writeRam(bytes);
    return world;
  }

  get emulatorDomid(): number {
    return EMULATOR_DOMID;
  }

  /** Calls that are made meanwhile are the emulator domain's. */
  async asEmulator<T>(calls: () => Promise<T>): Promise<T> {
    this.caller = EMULATOR_DOMID;
    try {
      return await calls();
    } finally {
      this.caller = DOM0;
    }
  }

  /** Where guest memory is reached through the guest's own page tables. */
  get isPaged(): boolean {
    return isPaged(this.#spec.scenario);
  }

  /** A step has created a domain: those that follow are about it, unless it is PV. */
  turnTo(name: string, domid: number): void {
    this.domids.set(name, domid);
    if (name !== PV) this.domid = domid;
  }

  createDomain(spec: object): Promise<Reply> {
    const profile = this.#spec.version;
    return this.service.send('POST', '/domains', { special_pages: false, profile, ...spec });
  }

  /** A call on the domain that the steps are about. */
  send(method: string, path: string, body?: object, headers?: OutgoingHttpHeaders): Promise<Reply> {
    const from = { 'xen-caller-domid': this.caller };
    return this.service.send(method, `/domains/${this.domid}${path}`, body, {
      ...from,
      ...headers,
    });
  }

  /** The same where nothing but success is expected. */
  async demand(...call: Parameters<RecordedWorld['send']>): Promise<Reply> {
    return succeeded(`${call[0]} ${call[1]}`, await this.send(...call));
  }

  /** Undefined where there is no RAM. */
  async readRam(gpa: number, length: number): Promise<Uint8Array | undefined> {
    const { status, bytes } = await this.send('GET', `/ram?gpa=${gpa}&length=${length}`);
    return status === 200 ? bytes : undefined;
  }

  /** False where there is no RAM. */
  async writeRam({ gpa, bytes }: Bytes): Promise<boolean> {
    const { status } = await this.send('PUT', `/ram?gpa=${gpa}`, bytes);
    return status < 300;
  }

  /** The port on which Xen waits for vcpu 0's answers from a server. */
  async portOf(id: number): Promise<number | undefined> {
    const { answer } = await this.demand('GET', `/ioreq-servers/${id}`);
    return (answer['ports'] as number[])[0];
  }

  /** dom0 notifies a port of the domain, by its own end of the channel. */
  async sendEvent(port: number): Promise<void> {
    const end = this.#ends.get(port) ?? (await this.#bind(port));
    this.#ends.set(port, end);
    await this.#demandOfDom0('send', { port: end });
  }

  async #bind(port: number): Promise<number> {
    const remote = { remote_dom: this.domid, remote_port: port };
    const { answer } = await this.#demandOfDom0('bind_interdomain', remote);
    return answer['local_port'] as number;
  }

  async #demandOfDom0(op: string, body: object): Promise<Reply> {
    const path = `/domains/${DOM0}/evtchn/${op}`;
    return succeeded(path, await this.service.send('POST', path, body));
  }
}

function succeeded(what: string, reply: Reply): Reply {
  if (reply.status < 300) return reply;
  throw new Error(`${what}: ${reply.status} ${JSON.stringify(reply.answer)}`);
}

async function removeDomains(service: Service): Promise<void> {
  const { answer } = await service.send('GET', '/domains');
  for (const { domid } of answer.domains as { domid: number }[])
    await service.send('DELETE', `/domains/${domid}`);
}
