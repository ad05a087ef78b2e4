/**
 * The machine: its memory, its domains, and who is told what happens on it. Its clock is handed in
 * and it has no randomness: the same calls give the same ids, ports and frames.
 */

import { XenError } from './abi/errno.js';
import { resumeVcpu } from './access/access-guest.js';
import { setParam } from './hvm/params.js';
import { remoteShutdown } from './hvm/remote-shutdown.js';
import { HVM_PARAM, type HvmParamName } from './abi/hvm-param.js';
import type { DomainContext } from './domain-context.js';
import { Domain } from './domain.js';
import { resolveConfig, type DomainConfig, type DomainSpec } from './domain-spec.js';
import { Domids } from './domids.js';
import { TablePages } from './ept/table-pages.js';
import { EventChannels } from './event-channels.js';
import type { HostEvent } from './events.js';
import { Faults } from './faults/faults.js';
import { DEFAULT_SETTINGS, type HostSettings } from './host-settings.js';
import { noteEvent } from './journal/note-event.js';
import type { Journal } from './journal/journal.js';
import { MachineMemory } from './machine-memory.js';
import { populate } from './memory/populate.js';
import { finishAsToolstack } from './memory/toolstack-domain.js';
import { maxPagesFor, toolstackLayout } from './memory/toolstack-layout.js';
import { resolveProfile, type Profile } from './profile.js';
import type { Vcpu } from './vcpu.js';
import { VirtualClock } from './virtual-clock.js';

const DOM0 = 0;
/** As many as its Linux may have. */
const DOM0_MAX_PORT = 4095;

/** The domain that issues a hypercall. */
export interface Caller {
  readonly domid: number;
  /** Undefined for dom0, of which no more is kept than its event channels. */
  readonly domain: Domain | undefined;
  readonly eventChannels: EventChannels;
}

export class Host {
  readonly settings: HostSettings;
  readonly machine: MachineMemory;
  readonly tablePages: TablePages;
  readonly clock: VirtualClock;
  /** The Xen that it runs, to those that ask about no domain. */
  readonly profile: Profile;
  /** How it is to fail. */
  readonly faults = new Faults();
  /** Where what happens is written down, if anywhere. */
  journal: Journal | undefined;
  /** The number of the first record of a journal that it is given. */
  firstSeq = 1;
  /** Told of everything that happens. */
  onEvent: (event: HostEvent) => void = () => undefined;
  /** Lets a vcpu go on with its guest access, now that it can run. */
  resumeVcpu: (domain: Domain, vcpu: Vcpu) => void = resumeVcpu;
  readonly #domains = new Map<number, Domain>();
  readonly #domids = new Domids(
    (domid) => this.#domains.has(domid),
    (domid) => this.#isEmulator(domid),
  );
  readonly #context: DomainContext;
  #dom0Channels: EventChannels | undefined;

  constructor(settings: Partial<HostSettings> = {}, clock = new VirtualClock()) {
    this.clock = clock;
    this.settings = { ...DEFAULT_SETTINGS, ...settings };
    this.profile = resolveProfile(this.settings.profile);
    const { machineFrames, firstFreeFrame, backedPages, pageTableBase } = this.settings;
    this.machine = new MachineMemory({
      ranges: machineFrames,
      firstFree: firstFreeFrame,
      backedPages,
    });
    this.tablePages = settings.tablePages ?? new TablePages(pageTableBase);
    this.#context = {
      settings: this.settings,
      machine: this.machine,
      tablePages: this.tablePages,
      clock: this.clock,
      journal: () => this.journal,
      emit: (event) => {
        this.#tell(event);
      },
      channelsOf: (domid) => this.#channelsOf(domid),
      settle: (domid) => {
        this.settle(this.domain(domid));
      },
    };
  }

  /** The number of the next record. */
  get nextSeq(): number {
    return this.journal?.nextSeq ?? this.firstSeq;
  }

  /** Every domain but dom0, by domid. */
  get domains(): readonly Domain[] {
    return [...this.#domains.values()].toSorted((a, b) => a.domid - b.domid);
  }

  find(domid: number): Domain | undefined {
    return this.#domains.get(domid);
  }

  /** ESRCH. */
  domain(domid: number): Domain {
    const domain = this.#domains.get(domid);
    if (domain === undefined) throw new XenError('ESRCH', `there is no domain ${domid}`);
    return domain;
  }

  /** Who issues a hypercall: dom0, or a domain that exists (else ESRCH). */
  caller(domid: number): Caller {
    if (domid === DOM0) return { domid, domain: undefined, eventChannels: this.#dom0() };
    const domain = this.domain(domid);
    return { domid, domain, eventChannels: domain.eventChannels };
  }

  /** XEN_DOMCTL_createdomain and what a toolstack does before it unpauses the domain. */
  createDomain(spec: DomainSpec = {}): Domain {
    const config = resolveConfig(spec, this.settings.profile);
    const domid = this.#domids.take(spec.domid, config.profile.knobs.domid_in_use_errno);
    const domain = new Domain(domid, config, this.#context);
    const created = { type: 'domain', domid, change: 'created' } as const;
    if (this.journal !== undefined) noteEvent(this.journal, created);
    domain.pauseByController();
    try {
      if (config.type !== 'pv') this.#build(domain, spec);
    } catch (error) {
      domain.destroy();
      domain.release();
      if (this.journal !== undefined) noteEvent(this.journal, { ...created, change: 'destroyed' });
      throw error;
    }
    this.#domains.set(domid, domain);
    this.onEvent(created);
    if (spec.paused === false) this.unpauseDomain(domid);
    return domain;
  }

  /** A domain by its whole configuration: nothing is built in it. */
  addDomain(wanted: number, config: DomainConfig): Domain {
    const domid = this.#domids.take(wanted, config.profile.knobs.domid_in_use_errno);
    const domain = new Domain(domid, config, this.#context);
    domain.pauseByController();
    this.#domains.set(domid, domain);
    this.#tell({ type: 'domain', domid, change: 'created' });
    return domain;
  }

  /** XEN_DOMCTL_destroydomain: it is gone once nobody has a page of it mapped. */
  destroyDomain(domid: number): void {
    const domain = this.domain(domid);
    const isFirst = !domain.dying;
    domain.destroy();
    if (isFirst) {
      for (const other of this.domains) this.#letGoOf(other, domid);
      this.#tell({ type: 'domain', domid, change: 'destroyed' });
    }
    this.#forgetIfGone(domain);
  }

  /** A mapping of its pages is let go of; false: there is no such mapping. */
  unmap(domain: Domain, id: number): boolean {
    const isKnown = domain.mappings.remove(id);
    this.#forgetIfGone(domain);
    return isKnown;
  }

  pauseDomain(domid: number): void {
    this.domain(domid).pauseByController();
    this.#tell({ type: 'domain', domid, change: 'paused' });
  }

  unpauseDomain(domid: number): void {
    const domain = this.domain(domid);
    domain.unpauseByController();
    this.#tell({ type: 'domain', domid, change: 'unpaused' });
    this.settle(domain);
  }

  /** SCHEDOP_remote_shutdown: the first reason counts. */
  shutdownDomain(domid: number, reason: number): void {
    remoteShutdown(this.domain(domid), reason);
  }

  /** XEN_DOMCTL_resumedomain. */
  resumeDomain(domid: number): void {
    const domain = this.domain(domid);
    domain.shutdown.resume();
    this.#tell({ type: 'domain', domid, change: 'resumed' });
    this.settle(domain);
  }

  /** Something has changed for a domain: its vcpus that have an access under way may be able to go on. */
  settle(domain: Domain): void {
    for (const vcpu of domain.vcpus) {
      const isUnderWay = vcpu.access?.settled === false && vcpu !== domain.calling;
      if (isUnderWay && vcpu.blockedInXen === undefined) this.resumeVcpu(domain, vcpu);
    }
  }

  #letGoOf(domain: Domain, domid: number): void {
    domain.mappings.removeAllBy(domid);
    this.#forgetIfGone(domain);
  }

  #forgetIfGone(domain: Domain): void {
    const { domid, dying, mappings } = domain;
    if (!dying || !mappings.isEmpty || this.#domains.get(domid) !== domain) return;
    domain.release();
    this.#domains.delete(domid);
    this.#domids.giveBack(domid);
  }

  #tell(event: HostEvent): void {
    if (this.journal !== undefined) noteEvent(this.journal, event);
    this.onEvent(event);
  }

  #build(domain: Domain, spec: DomainSpec): void {
    const { extents, params } = toolstackLayout(spec);
    populate(domain, extents, this.settings.mappingsPerDomain);
    domain.maxPages = maxPagesFor(domain.pages);
    for (const [name, value] of Object.entries(params))
      setParam(domain, HVM_PARAM[name as HvmParamName], value);
    if (domain.toolstack) finishAsToolstack(domain, spec.params);
  }

  /** What it holds beside its machine and its domains, as plain data: `restore` makes another like it. */
  save() {
    return { ...this.#domids.save(), dom0: this.#dom0Channels?.save() };
  }

  restore({ dom0, ...domids }: ReturnType<Host['save']>): void {
    this.#domids.restore(domids);
    if (dom0 !== undefined) this.#dom0().restore(dom0);
  }

  /** A domain to which nothing has happened yet, for one who restores it. */
  adopt(domid: number, config: DomainConfig): Domain {
    const domain = new Domain(domid, config, this.#context);
    this.#domains.set(domid, domain);
    return domain;
  }

  #isEmulator(domid: number): boolean {
    for (const domain of this.#domains.values()) if (domain.isEmulatedBy(domid)) return true;
    return false;
  }

  #channelsOf(domid: number): EventChannels | undefined {
    return domid === DOM0 ? this.#dom0() : this.#domains.get(domid)?.eventChannels;
  }

  #dom0(): EventChannels {
    return (this.#dom0Channels ??= new EventChannels({
      domid: DOM0,
      maxPort: DOM0_MAX_PORT,
      channelsOf: (domid) => this.#channelsOf(domid),
      wake: () => undefined,
      raised: (port) => {
        this.#tell({ type: 'evtchn', domid: DOM0, port });
      },
      cleared: () => undefined,
    }));
  }
}
