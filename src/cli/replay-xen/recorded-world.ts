/**
 * The world in which a scenario was recorded, made over HTTP: a fresh domain, where the scenario
 * needs one a second domain that is its emulator, and what the program in dom0 remembers.
 */

import type { OutgoingHttpHeaders } from 'node:http';
import { beginDomains } from './domains-at-start.js';
import { isPaged } from './guest-tables.js';
import { Dom0Ports } from './dom0-ports.js';
import { domidNamed } from './domain-names.js';
import { MAX_MEM_KIB } from './layout.js';
import { MappedPages } from './mapped-pages.js';
import type { Bytes } from './page-pattern.js';
import type { RecordedIoreq } from './recording.js';
import { removeDomains } from './remove-domains.js';
import type { ServedDomain } from './served-domain.js';
import { isAtRest } from './scenario-clues.js';
import { ServerNames } from './server-names.js';
import type { Reply, Service } from './service.js';
import type { Transport } from './transport.js';
import type { WorldSpec } from './world-spec.js';

/** The guest's own hypercalls name it so. */
const DOMID = 1;
const EMULATOR_DOMID = 2;
const DOM0 = 0;
/** Steps about a PV domain say so. */
const PV = 'PV';

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
  readonly dom0Ports = new Dom0Ports();
  /** dom0 has destroyed it, be it gone or not. */
  isDestroyed = false;
  /** It may have less memory than it begins with. */
  isLimited = false;
  /** Pages that dom0 has mapped. */
  readonly pages = new MappedPages(this);
  /** What the guest's CR2 holds. */
  cr2 = '0x0';
  /** What a guest on the spot has taken already. */
  spun: Readonly<Record<string, unknown>> | undefined;
  /** dom0 keeps the domain paused while no step has its guest run. */
  isAtRest: boolean;
  /** What the guest's last call has left in its argument. */
  argument: Uint8Array = new Uint8Array();
  readonly #spec: WorldSpec;
  /** dom0's end of each port of the domain. */
  readonly #ends = new Map<number, number>();

  private constructor(service: Service, spec: WorldSpec) {
    this.service = service;
    this.transport = spec.transport();
    this.#spec = spec;
    this.isAtRest = isAtRest(spec.steps);
  }

  static async make(service: Service, spec: WorldSpec): Promise<RecordedWorld> {
    await removeDomains(service);
    const world = new RecordedWorld(service, spec);
    await beginDomains(world, spec, { domid: DOMID, emulatorDomid: EMULATOR_DOMID });
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

  /** How much memory the domain may have; without a limit, as much as it begins with. */
  async limitMemory(kib?: number): Promise<Reply> {
    this.isLimited = kib !== undefined;
    return this.demand('POST', '/domctl/max_mem', { max_memkb: kib ?? MAX_MEM_KIB });
  }

  /** The guest runs, if it can. */
  async run(): Promise<void> {
    if (this.isPaused) await this.demand('POST', '/unpause');
    this.isPaused = false;
  }

  /** It stands still again, where dom0 lets it run for a step at a time. */
  async rest(): Promise<void> {
    if (!this.isAtRest || this.isPaused) return;
    await this.demand('POST', '/pause');
    this.isPaused = true;
  }

  /** The version that was recorded. */
  get version(): string {
    return this.#spec.version;
  }

  /** The scenario that is played. */
  get scenario(): string {
    return this.#spec.scenario;
  }

  /** The domain that an argument speaks of. */
  domidOf(name: unknown): number {
    return domidNamed(this, name);
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
