/**
 * One domain: its vcpus, its memory, its ioreq servers and ports, and why it does not run.
 *
 * Reference: xen/common/domain.c. Three pause counts are independent of each other: the domain's in
 * total, the toolstack's share of it, and each vcpu's.
 */

import { XenError } from './abi/errno.js';
import type { DomainContext } from './domain-context.js';
import { DomainMemory } from './domain-memory.js';
import type { DomainConfig, DomainType, Emulation } from './domain-spec.js';
import { EventChannels } from './event-channels.js';
import type { HostEvent } from './events.js';
import { ForeignMappings } from './foreign-mappings.js';
import type { GuestRam } from './guest-ram.js';
import { destroyAllIoreqServers } from './ioreq/destroy-ioreq-server.js';
import { IoreqGfns } from './ioreq/ioreq-gfns.js';
import { IoreqServers } from './ioreq/ioreq-servers.js';
import type { IoreqTarget } from './ioreq/ioreq-target.js';
import { Interrupts } from './irq/interrupts.js';
import { SharedInfo } from './irq/shared-info.js';
import { eventArrived, eventSeen, refreshUpcalls } from './irq/upcall.js';
import type { Journal } from './journal/journal.js';
import type { MachineMemory } from './machine-memory.js';
import type { Monitor } from './monitor.js';
import { storageFor, type PageStorage } from './page-storage.js';
import type { P2m } from './p2m/p2m.js';
import type { Profile } from './profile.js';
import { Rangeset } from './rangeset.js';
import { Shutdown, SHUTDOWN_REASON } from './shutdown.js';
import { Vcpu } from './vcpu.js';
import type { VirtualClock } from './virtual-clock.js';

/** As often as a toolstack may pause a domain. */
const MAX_CONTROLLER_PAUSES = 255;

export class Domain implements IoreqTarget {
  readonly domid: number;
  readonly name: string | undefined;
  readonly type: DomainType;
  readonly hap: boolean;
  readonly emulation: Emulation;
  readonly profile: Profile;
  /** How many vcpus it may have; those that a toolstack has made are `vcpus`. */
  readonly maxVcpus: number;
  /** It runs xenstore for the others. */
  readonly hasXenstore: boolean;
  /** Its highest event channel port; undefined: as the host has it. */
  readonly maxPort: number | undefined;
  /** Its pages that others have mapped. */
  readonly mappings: ForeignMappings;
  readonly shutdown: Shutdown;
  readonly machine: MachineMemory;
  /** Where its frames are kept, if not in memory of the host's own. */
  readonly storage: PageStorage | undefined;
  /** Built as libxl builds an HVM domain. */
  readonly toolstack: boolean;
  readonly ioreqGfns: IoreqGfns;
  /** The largest grant table that it may have. */
  readonly maxGrantFrames: number;
  /** Machine frames of devices that it may have mapped. */
  readonly iomem: Rangeset;
  /** HVM parameters by index; one that was never set is 0. */
  readonly params = new Map<number, bigint>();
  /** The domain whose device model it is: over that one it has a device model's rights. */
  target: number | undefined;
  pciCf8 = 0;
  /** What the guest has written to the devices that Xen emulates itself, by device and register. */
  readonly deviceRegisters = new Map<string, number>();
  /** Guest accesses are numbered from 1. */
  lastAccessId = 0;
  /** How many pages of 4 KiB it may have. */
  maxPages = 0;
  /** Who watches its memory. */
  monitor: Monitor | undefined;
  /** A restriction that nobody watches over crashes it, instead of being lifted. */
  accessRequired = false;
  /** The vcpu that is making a hypercall of its own. */
  calling: Vcpu | undefined;
  pauseCount = 0;
  controllerPauseCount = 0;
  /** It has been unpaused by its toolstack at least once. */
  creationFinished = false;
  dying = false;
  /** In ACPI state S3. */
  suspendedToRam = false;
  readonly #context: DomainContext;
  readonly #vcpus: Vcpu[];
  readonly #memory: DomainMemory | undefined;
  #eventChannels: EventChannels | undefined;
  #ioreqServers: IoreqServers | undefined;
  #interrupts: Interrupts | undefined;

  constructor(domid: number, config: DomainConfig, context: DomainContext) {
    this.domid = domid;
    this.name = config.name;
    this.type = config.type;
    this.hap = config.hap;
    this.emulation = config.emulation;
    this.profile = config.profile;
    this.target = config.target;
    this.maxVcpus = config.maxVcpus ?? config.vcpus;
    this.hasXenstore = config.hasXenstore ?? false;
    this.maxPort = config.maxPort;
    this.#vcpus = Array.from({ length: config.vcpus }, (_, id) => new Vcpu(id));
    this.shutdown = new Shutdown(this.#vcpus);
    this.mappings = new ForeignMappings(context.machine);
    this.maxGrantFrames = config.maxGrantFrames;
    this.machine = context.machine;
    this.toolstack = config.toolstack;
    this.storage = storageFor(domid, config.sharedMemory, context.settings.pageStorage);
    this.iomem = new Rangeset(Infinity, {
      stretchesOnRemove: config.profile.knobs.rangeset_remove_stretches,
    });
    this.ioreqGfns = new IoreqGfns(config.profile.knobs.legacy_ioreq_gfns);
    this.#context = context;
    if (config.type !== 'pv') this.#memory = new DomainMemory(this, context);
  }

  /** Whether Xen takes it for a domain that has a device model. */
  get isHvm(): boolean {
    return this.type === 'hvm' || (this.type === 'pvh' && this.profile.knobs.pvh_is_hvm);
  }

  get clock(): VirtualClock {
    return this.#context.clock;
  }

  get journal(): Journal | undefined {
    return this.#context.journal();
  }

  /** A PV domain has none that we keep, and no hypercall that looks at it is let in. */
  get memory(): DomainMemory {
    if (this.#memory === undefined) throw new XenError('EINVAL', `domain ${this.domid} is PV`);
    return this.#memory;
  }

  /** 4 KiB pages that it owns. */
  get pages(): number {
    return this.dying ? this.mappings.ownPages : (this.#memory?.pages ?? 0);
  }

  get vcpus(): readonly Vcpu[] {
    return this.#vcpus;
  }

  /** XEN_DOMCTL_max_vcpus: those that are not there yet. */
  allocateVcpus(): void {
    while (this.#vcpus.length < this.maxVcpus) this.#vcpus.push(new Vcpu(this.#vcpus.length));
    this.#interrupts?.addProcessors();
  }

  get p2m(): P2m {
    return this.memory.p2m;
  }

  get ram(): GuestRam {
    return this.memory.ram;
  }

  get ioreqServers(): IoreqServers {
    return (this.#ioreqServers ??= new IoreqServers(this));
  }

  /** EINVAL: a PV domain has none. */
  get interrupts(): Interrupts {
    if (this.type === 'pv') throw new XenError('EINVAL', `domain ${this.domid} is PV`);
    return (this.#interrupts ??= new Interrupts(this));
  }

  /** Its interrupt hardware for a use that may be refused before it changes anything: one that is, has built none. */
  withInterrupts(use: (interrupts: Interrupts) => void): void {
    const built = this.#interrupts;
    try {
      use(this.interrupts);
    } catch (error) {
      this.#interrupts = built;
      throw error;
    }
  }

  /** Whether anything has ever come to its interrupt hardware. */
  get hasInterrupts(): boolean {
    return this.#interrupts !== undefined;
  }

  /** Xen emulates more for it than local APICs. */
  get isWholePc(): boolean {
    return this.emulation === 'full';
  }

  /** A GSI that goes up is looked up in an I/O APIC, be there one or not. */
  get needsIoApic(): boolean {
    return this.profile.knobs.gsi_without_io_apic === 'panic';
  }

  get eventChannels(): EventChannels {
    return (this.#eventChannels ??= this.#newEventChannels());
  }

  /** What its ports and vcpus hold in the page that the guest shares with Xen, if it has ever been asked for. */
  get sharedInfo(): SharedInfo | undefined {
    const mfn = this.#memory?.shared.sharedInfoIfAny;
    return mfn === undefined ? undefined : new SharedInfo(this.machine.writablePage(mfn));
  }

  /** The guest may have seen its events since. */
  lookForSeenEvents(): void {
    if (this.#memory?.shared.sharedInfoIfAny !== undefined) refreshUpcalls(this);
  }

  vcpu(id: number): Vcpu {
    const vcpu = this.vcpus[id];
    if (vcpu === undefined) throw new XenError('ENOENT', `domain ${this.domid} has no vcpu ${id}`);
    return vcpu;
  }

  /** Nothing keeps the vcpu from running. */
  isRunnable(vcpu: Vcpu): boolean {
    return (
      this.pauseCount === 0 &&
      vcpu.pauseCount === 0 &&
      vcpu.blockedInXen === undefined &&
      !vcpu.isDown &&
      !this.dying
    );
  }

  /** Whether another domain has an ioreq server here. */
  isEmulatedBy(domid: number): boolean {
    return this.#ioreqServers?.inOrder.some(({ emulator }) => emulator === domid) === true;
  }

  /** ENOENT, then EPERM unless the caller is the server's emulator. */
  requireServer(ioservid: number, caller: number): void {
    this.ioreqServers.get(ioservid, { domid: caller });
  }

  pause(): void {
    this.pauseCount++;
  }

  unpause(): void {
    this.pauseCount--;
  }

  /** XEN_DOMCTL_pausedomain. */
  pauseByController(): void {
    if (this.controllerPauseCount >= MAX_CONTROLLER_PAUSES)
      throw new XenError(
        'EOVERFLOW',
        `domain ${this.domid} has been paused ${MAX_CONTROLLER_PAUSES} times`,
      );
    this.controllerPauseCount++;
    this.pause();
  }

  /** XEN_DOMCTL_unpausedomain. */
  unpauseByController(): void {
    if (this.controllerPauseCount === 0)
      throw new XenError('EINVAL', `domain ${this.domid} has not been paused by its toolstack`);
    this.controllerPauseCount--;
    if (this.controllerPauseCount === 0) this.creationFinished = true;
    this.unpause();
  }

  /** domain_crash(): it stops for good, for the reason that a toolstack sees as `crash`. */
  crash(why: string): void {
    this.emit({ type: 'crash', domid: this.domid, why });
    this.shutdown.begin(SHUTDOWN_REASON.crash);
  }

  /** Pages have left the map: vcpus that may have been running tell the device models before they go on. */
  pagesLeft(): void {
    if (this.profile.knobs.invalidate_after !== 'removal') return;
    if (this.calling !== undefined) this.calling.mapcacheInvalidate = true;
    else if (this.creationFinished) for (const vcpu of this.vcpus) vcpu.mapcacheInvalidate = true;
  }

  emit(event: HostEvent): void {
    this.#context.emit(event);
  }

  /** All that it has goes back to the machine, but what others hold. */
  destroy(): void {
    if (this.dying) return;
    this.pause();
    this.dying = true;
    if (this.#ioreqServers !== undefined) destroyAllIoreqServers(this);
    this.#eventChannels?.destroy();
    this.#memory?.giveUp();
    this.storage?.close();
  }

  /** Nobody holds anything of it any more. */
  release(): void {
    this.#memory?.destroy();
  }

  #newEventChannels(): EventChannels {
    const channels = new EventChannels({
      domid: this.domid,
      maxPort: this.maxPort ?? this.#context.settings.maxEventChannelPort,
      channelsOf: (domid) => this.#context.channelsOf(domid),
      wake: (vcpu) => {
        this.#wake(vcpu);
      },
      raised: (port) => {
        this.emit({ type: 'evtchn', domid: this.domid, port });
        eventArrived(this, port);
      },
      cleared: (port) => {
        eventSeen(this, port);
      },
      sharedInfo: () => this.sharedInfo,
    });
    channels.closed = this.dying;
    return channels;
  }

  #wake(id: number): void {
    const vcpu = this.vcpus[id];
    if (vcpu?.blockedInXen === undefined) return;
    vcpu.blockedInXen = undefined;
    this.#context.settle(this.domid);
  }
}
