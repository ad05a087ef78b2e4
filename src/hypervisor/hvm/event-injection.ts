/**
 * How the event that a device model describes enters the guest, as the processor takes it: by the
 * rules of Intel's VM entry, or as Xen gives it to an AMD processor.
 *
 * Reference: SDM volume 3C, "VM-Entry Controls for Event Injection", "Checks on VM-Entry Control
 * Fields"; xen/arch/x86/hvm/vmx/vmx.c, vmx_inject_event(); xen/arch/x86/hvm/svm/svm.c,
 * svm_inject_event(). Xen hands over what it is given; what the processor refuses crashes the domain.
 */

import type { Knobs } from '../profile-knobs.js';
import type { InjectedEvent } from '../vcpu.js';

/** X86_EVENTTYPE_*, as the hypercalls have them. */
export const EVENT_TYPE = {
  ext_int: 0,
  nmi: 2,
  hw_exc: 3,
  sw_int: 4,
  pri_sw_exc: 5,
  sw_exc: 6,
} as const;

/** X86_EVENT_NO_EC. */
export const NO_ERROR_CODE = 0xffff_ffff;

const NMI_VECTOR = 2;
const PAGE_FAULT = 14;
const LAST_EXCEPTION = 31;
/** #DF, #TS, #NP, #SS, #GP, #PF, #AC. */
const PUSH_AN_ERROR_CODE = [8, 10, 11, 12, 13, 14, 17];
const LONGEST_INSTRUCTION = 15;

/** What arrives in the guest. */
export interface GuestEvent {
  readonly vector: number;
  /** Only of vectors that push one. */
  readonly error?: number;
  /** What a page fault leaves in CR2. */
  readonly cr2?: bigint;
  /** By how much the RIP that is pushed lies behind the guest's. */
  readonly insnLength: number;
}

type Injector = (event: InjectedEvent, interruptFlag: boolean) => GuestEvent | 'crash';

export const INJECTORS: Readonly<Record<Knobs['event_injection'], Injector>> = { vmx, svm };

/** Intel: by bits 10:8 of the interruption information, whether the processor enters the guest so. */
const VMX_ENTERS: Readonly<
  Record<number, (event: InjectedEvent, interruptFlag: boolean) => boolean>
> = {
  [EVENT_TYPE.ext_int]: (event, interruptFlag) => interruptFlag && hasNoError(event),
  [EVENT_TYPE.nmi]: (event) => event.vector === NMI_VECTOR && hasNoError(event),
  [EVENT_TYPE.hw_exc]: (event) =>
    event.vector <= LAST_EXCEPTION &&
    (PUSH_AN_ERROR_CODE.includes(event.vector) ? event.errorCode <= 0xffff : hasNoError(event)),
  [EVENT_TYPE.sw_int]: isSoftware,
  [EVENT_TYPE.pri_sw_exc]: isSoftware,
  [EVENT_TYPE.sw_exc]: isSoftware,
};

function vmx(event: InjectedEvent, interruptFlag: boolean): GuestEvent | 'crash' {
  const type = event.type & 7;
  if (VMX_ENTERS[type]?.(event, interruptFlag) !== true) return 'crash';
  return guestEvent(event, {
    ...(!hasNoError(event) && { error: event.errorCode }),
    isSoftware: type >= EVENT_TYPE.sw_int,
  });
}

/**
 * AMD: whatever is no software event goes in as an exception. The recorded processor pushes an error
 * code for the vectors that have one, and for no others.
 */
function svm(event: InjectedEvent): GuestEvent | 'crash' {
  const isInterrupt = event.type === EVENT_TYPE.sw_int;
  const isSoftware =
    isInterrupt || event.type === EVENT_TYPE.pri_sw_exc || event.type === EVENT_TYPE.sw_exc;
  const isException = event.vector <= LAST_EXCEPTION && event.vector !== NMI_VECTOR;
  if (!isInterrupt && !isException) return 'crash';
  const pushes = !isInterrupt && PUSH_AN_ERROR_CODE.includes(event.vector);
  return guestEvent(event, {
    ...(pushes && { error: isSoftware ? 0 : event.errorCode }),
    isSoftware,
  });
}

function guestEvent(
  { vector, type, cr2, insnLength }: InjectedEvent,
  { error, isSoftware }: { readonly error?: number; readonly isSoftware: boolean },
): GuestEvent {
  return {
    vector,
    insnLength: isSoftware ? insnLength : 0,
    ...(error !== undefined && { error }),
    ...(vector === PAGE_FAULT && type !== EVENT_TYPE.sw_int && { cr2 }),
  };
}

const hasNoError = ({ errorCode }: InjectedEvent): boolean => errorCode === NO_ERROR_CODE;

function isSoftware(event: InjectedEvent): boolean {
  return hasNoError(event) && event.insnLength <= LONGEST_INSTRUCTION;
}
