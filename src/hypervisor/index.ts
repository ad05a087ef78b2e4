/** The machine's table of contents: the only file that others import. */

export { ERRNO, XenError, type Errno } from './abi/errno.js';
export {
  gfn,
  GFN_LIMIT,
  gfnOf,
  gpa,
  gpaOf,
  hex,
  INVALID_MFN,
  isInvalidGfn,
  PAGE_SIZE,
  type Gfn,
  type Gpa,
  type Mfn,
  type Order,
} from './abi/frames.js';
export { HVM_PARAM, hvmParamName, type HvmParamName } from './abi/hvm-param.js';
export {
  IOREQ_DIR,
  IOREQ_SIZE,
  IOREQ_STATE,
  IOREQ_TYPE,
  ioreqDirName,
  ioreqStateName,
  ioreqTypeName,
  readIoreq,
  writeIoreq,
  type Ioreq,
} from './abi/ioreq.js';
export { p2mAccessName } from './abi/p2m-access.js';
export { P2MT, p2mTypeName, type P2mTypeName } from './abi/p2m-type.js';
export { XenBug } from './abi/xen-bug.js';

export { Host, type Caller } from './host.js';
export { DEFAULT_SETTINGS, type HostSettings } from './host-settings.js';
export { DOMAIN_CHANGES, type HostEvent } from './events.js';
export type { FaultEffect, FaultRule, FaultSpec } from './faults/fault-rule.js';
export type { Faults } from './faults/faults.js';
export {
  JOURNAL_CAPACITY,
  Journal,
  NOBODY,
  NOWHERE,
  type JournalFilter,
  type JournalRecord,
} from './journal/journal.js';
export {
  JOURNAL_KINDS,
  JOURNAL_RECORDS,
  KIND,
  RECORD_NUMBERS,
  type JournalKind,
} from './journal/journal-kinds.js';
export { unpackShape } from './abi/ioreq-shape.js';
export type { PageStorage } from './page-storage.js';
export type { Domain } from './domain.js';
export {
  DOMAIN_TYPES,
  EMULATIONS,
  type DomainSpec,
  type DomainType,
  type Emulation,
  type MemoryExtent,
} from './domain-spec.js';
export { RUN_STATES, runStateOf, type RunState } from './run-state.js';
export type { Vcpu } from './vcpu.js';
export { SHUTDOWN_REASON, shutdownReasonName, type ShutdownReasonName } from './shutdown.js';
export {
  DEFAULT_PROFILE,
  PROFILES,
  resolveProfile,
  type Profile,
  type ProfileName,
} from './profile.js';
export { KNOBS, type Knob, type KnobName, type Knobs } from './profile-knobs.js';
export { pointOf, Restart, runTask, type Task } from './schedule/task.js';

export {
  requirePrivilege,
  subject,
  DOMID_SELF,
  type CallEra,
  type CallerClass,
} from './hvm/privilege.js';
export { mapMemType, type MapMemType } from './hvm/map-mem-type.js';
export {
  getMemType,
  HVMMEM,
  setMemType,
  setMemTypeAtOnce,
  type HvmMemType,
  type SetMemType,
} from './hvm/mem-type.js';
export { decreaseReservation, type DecreaseReservation } from './memory/decrease-reservation.js';
export { podTargetOf, setPodTarget, type PodTarget } from './memory/pod-target.js';
export { populatePhysmap } from './memory/populate-physmap.js';
export { increaseReservation, isOrderAllowed, MEM_FLAGS } from './memory/reservation.js';
export {
  addToPhysmap,
  checkMapspace,
  MAPSPACE,
  type AddToPhysmap,
} from './memory/add-to-physmap.js';
export { addToPhysmapBatch } from './memory/add-to-physmap-batch.js';
export { relocateMemory, type RelocateMemory } from './memory/relocate-memory.js';
export { removeFromPhysmap } from './memory/remove-page.js';
export { SHADOW_OP, shadowOp, type ShadowOp, type ShadowOpAnswer } from './hvm/shadow-op.js';
export { createDomain, type CreateDomain } from './hvm/create-domain.js';
export { mapGfns, mapServerFrame } from './hvm/map-foreign.js';
export { grantFramesOf, RESOURCE, sizeOfResource } from './hvm/resource.js';
export { domainInfo, type DomainInfo } from './hvm/domain-info.js';
export {
  MEM_ACCESS,
  requireMonitor,
  restrictEach,
  restrictRun,
  restrictionOf,
} from './hvm/mem-access.js';
export { guestRequestVmEvent } from './hvm/guest-request.js';
export { GUEST_REQUESTS, Monitor, type MonitorEvent } from './monitor.js';
export { trackDirtyVram } from './hvm/dirty-vram.js';
export { modifiedMemory, modifiedRange } from './hvm/modified-memory.js';
export { checkParamIndex, getParam, setParam } from './hvm/params.js';
export { EVENT_TYPE, NO_ERROR_CODE } from './hvm/event-injection.js';
export { setEvtchnUpcallVector } from './hvm/evtchn-upcall-vector.js';
export { injectEvent } from './hvm/inject-event.js';
export { injectMsi } from './hvm/inject-msi.js';
export { checkIsaLine, setIsaIrqLevel } from './hvm/isa-irq-level.js';
export { pagetableDying } from './hvm/pagetable-dying.js';
export { checkPciPin, setPciIntxLevel, type PciPin } from './hvm/pci-intx-level.js';
export { checkPciLink, setPciLinkRoute } from './hvm/pci-link-route.js';
export { checkFrames, checkMapping, mapIomem, permitIomem } from './hvm/iomem.js';
export { pinCacheattr } from './hvm/pin-cacheattr.js';
export { remoteShutdown } from './hvm/remote-shutdown.js';
export { MAX_EXTRA_BYTES, checkTraceRecord } from './hvm/xentrace.js';
export { DELETE_PIN, UC_MINUS } from './ept/pinned-cacheattr.js';
export { EMT } from './ept/ept-entry.js';
export { ISA_LINES, PCI_DEVICES, PCI_LINKS, PCI_PINS } from './irq/interrupt-lines.js';
export type { CallbackVia } from './irq/event-callback.js';
export type { Interrupts } from './irq/interrupts.js';
export { DELIVERY, PINS } from './irq/io-apic.js';
export type { LocalApic } from './irq/local-apic.js';
export { fieldsOf } from './irq/msi.js';
export type { Pic } from './irq/pic.js';
export { VirtualClock } from './virtual-clock.js';

export { acquireFrame } from './ioreq/acquire-frame.js';
export { takeBuffered } from './ioreq/bufioreq.js';
export { createIoreqServer } from './ioreq/create-ioreq-server.js';
export { destroyIoreqServer } from './ioreq/destroy-ioreq-server.js';
export { setIoreqServerState } from './ioreq/set-ioreq-server-state.js';
export {
  BUFIOREQ,
  IO_RANGE_TYPE,
  type BufioreqName,
  type IoRangeType,
  type IoreqServer,
} from './ioreq/ioreq-server.js';
export type { IoreqServers, ServerInfo } from './ioreq/ioreq-servers.js';
export type { PendingRequest } from './ioreq/requests.js';
export type { Channel } from './event-channel.js';
export type { EventChannels } from './event-channels.js';

export type { P2m, P2mEntry } from './p2m/p2m.js';
export { decodeEntry, rawOf, type EptEntryLayout } from './ept/ept-entry.js';
export { pathTo } from './ept/ept-path.js';
export { EptTally, tallyOn } from './ept/ept-tally.js';
export { EptWalk, walkEpt } from './ept/ept-walk.js';

export { RMW_OPERATIONS, type AccessRequest } from './access/access-request.js';
export { ACCESS_KINDS } from './access/access-request.js';
export { EXIT_REASON } from './access/note-exit.js';
export { OUTCOMES, PENDING_REASONS } from './access/outcome.js';
export { RULE_NAMES } from './access/violation.js';
export type { Access } from './access/access.js';
export { resumeVcpu, startAccess } from './access/access-guest.js';
export { TraceRecorder } from './access/trace.js';
export { PASSED_OVER_BECAUSE, type PassedOver } from './access/who-answers/passed-over.js';
export {
  whoAnswers,
  type Answer,
  type AnswerReason,
  type Question,
} from './access/who-answers/who-answers.js';
export { UnsupportedInstruction } from './access/unsupported-instruction.js';
export { VcpuBusy } from './access/vcpu-busy.js';

export type { DecodeInstruction, GuestCall, GuestHypercall } from './access/access-request.js';
export { GPR, newCpuState, type CpuState, type GprName } from './access/cpu-state.js';
export { writeMm } from './access/x87-state.js';
export {
  instruction,
  type DecodedInstruction,
  type MemoryOperand,
  type Operand,
} from './access/instructions/instruction.js';
export type { Operation } from './access/instructions/operation.js';

export { AnswerStep } from './explore/answer-step.js';
export { Explorer, type Exploration } from './explore/explore.js';
export type { Move, Outcome } from './explore/outcomes.js';
export { GuestStep } from './explore/guest-step.js';
export { HypercallStep } from './explore/hypercall-step.js';
export {
  INVARIANT_NAMES,
  INVARIANTS,
  type Invariant,
  type InvariantName,
} from './explore/invariants.js';
export { STEP_POINTS, type Actor, type Program, type Step, type World } from './explore/program.js';
export { Run } from './explore/run.js';
export { ImpossibleMove, replay, type Replay, type ReplayedMove } from './explore/replay.js';
export { TablePages } from './ept/table-pages.js';

export { ACCESS, restoreAccess, saveAccess } from './snapshot/access-state.js';
export {
  BrokenSnapshot,
  choice,
  orNull,
  text,
  whole,
  type ByteForm,
  type Field,
} from './snapshot/field.js';
export { readHost, restoreHost, writeHost } from './snapshot/host-state.js';
export { allBytes, list, record } from './snapshot/record.js';
