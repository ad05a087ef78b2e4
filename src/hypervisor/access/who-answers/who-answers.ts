/**
 * Who would get a guest's access to an address, and why. It is asked of the very tables, rules and functions that an
 * access meets, and nothing is done about it.
 *
 * The access is one of a vcpu that waits for nothing.
 */

import { XenError } from '../../abi/errno.js';
import { hex, PAGE_SIZE } from '../../abi/frames.js';
import {
  IOREQ_DIR,
  IOREQ_TYPE,
  newIoreq,
  slotPort,
  type Ioreq,
  type IoreqDir,
} from '../../abi/ioreq.js';
import { isDiscardWrite } from '../../abi/p2m-type.js';
import type { Domain } from '../../domain.js';
import type { IoRangeType, IoreqServer } from '../../ioreq/ioreq-server.js';
import { selectServer } from '../../ioreq/select-server.js';
import type { P2mEntry } from '../../p2m/p2m.js';
import { isOfOwnedType } from '../emulator/device-model.js';
import { isFailure } from '../emulator/emulation.js';
import { guestPage } from '../emulator/guest-page.js';
import type { InternalDeviceName } from '../internal-devices/internal-device-names.js';
import { findInternalDevice } from '../internal-devices/internal-devices.js';
import { answerOfPage, type PageAnswer } from './page-answer.js';
import { passedOver, type PassedOver } from './passed-over.js';

export interface Question {
  readonly space: IoRangeType;
  /** A gpa, a port, or bus << 8 | device << 3 | function of segment 0. */
  readonly addr: number;
  /** Bytes: 1, 2, 4 or 8. */
  readonly size: number;
  readonly dir: IoreqDir;
}

export type AnswerReason =
  | Exclude<PageAnswer, 'emulate'>
  /** Xen emulates the device itself. */
  | 'device'
  /** The server owns the type ioreq_server, of which the page is. */
  | 'owner'
  | 'no_owner'
  | 'memory'
  | 'port'
  | 'pci'
  | 'default'
  | 'nobody'
  /** The type of the page drops writes. */
  | 'discarded'
  /** Xen's emulator can do nothing about it. */
  | 'unhandleable'
  /** Its server has never been enabled: its slots name no port. */
  | 'never_enabled'
  /** Its server has no page to take requests. */
  | 'no_page';

export interface Answer {
  readonly reason: AnswerReason;
  /** Of memory: what the page is. */
  readonly entry?: P2mEntry;
  /** An EPT misconfiguration comes first, and is resolved. */
  readonly heals?: boolean;
  readonly device?: InternalDeviceName;
  readonly server?: IoreqServer | undefined;
  /** Servers that have some of the address and do not get it. */
  readonly passedOver: readonly PassedOver[];
}

interface Choice extends Omit<Answer, 'passedOver'> {
  /** It is a matter of ranges. */
  readonly byRange?: boolean;
}

const LIMIT: Readonly<Record<IoRangeType, number>> = {
  port: 2 ** 16,
  memory: 2 ** 52,
  pci: 2 ** 16,
};
/** Of which space a request is once its server is chosen: choosing makes a port access a configuration cycle. */
const PORT_SPACE: Readonly<Record<number, IoRangeType>> = {
  [IOREQ_TYPE.pio]: 'port',
  [IOREQ_TYPE.pci_config]: 'pci',
};
const PCI_CONFIG_DATA = 0xcfc;
const PCI_CONFIG_ENABLE = 2 ** 31;
const WANTED = { [IOREQ_DIR.read]: 0b001, [IOREQ_DIR.write]: 0b010 } as const;
/** Every vcpu's slot is like that of this one. */
const ANY_VCPU = 0;

/** EINVAL: the address is none of the space, or the access crosses a page; a PV domain has no p2m. */
export function whoAnswers(domain: Domain, question: Question): Answer {
  const { space, addr, size } = question;
  const bytes = space === 'pci' ? 1 : size;
  if (addr + bytes > LIMIT[space])
    throw new XenError(
      'EINVAL',
      `${space} ${hex(addr)} with ${size} bytes is beyond ${hex(LIMIT[space] - 1)}`,
    );
  if (space === 'memory' && (addr % PAGE_SIZE) + size > PAGE_SIZE)
    throw new XenError('EINVAL', `${size} bytes at ${hex(addr)} are on two pages: ask for each`);
  const { byRange = false, ...choice } = CHOOSE[space](domain, question);
  const where = { space, first: addr, last: addr + bytes - 1 };
  const { inOrder } = domain.ioreqServers;
  return { ...choice, passedOver: passedOver(inOrder, where, choice.server, byRange) };
}

const CHOOSE: Readonly<Record<IoRangeType, (domain: Domain, question: Question) => Choice>> = {
  memory: chooseForMemory,
  port: (domain, question) => chooseForIoreq(domain, ioreqOf(IOREQ_TYPE.pio, question)),
  pci: chooseForPci,
};

function chooseForMemory(domain: Domain, question: Question): Choice {
  const { addr, dir } = question;
  const { answer, ...found } = answerOfPage(domain, addr, WANTED[dir]);
  if (answer !== 'emulate') return { reason: answer, ...found };
  const kept = keptFromDevices(domain, addr, dir);
  if (kept !== undefined) return { reason: kept, ...found };
  return { ...chooseForIoreq(domain, ioreqOf(IOREQ_TYPE.copy, question)), ...found };
}

/** Where Xen's emulator tries guest memory first, what that does not let through never becomes a request. */
function keptFromDevices(domain: Domain, gpa: number, dir: IoreqDir): AnswerReason | undefined {
  if (!domain.profile.knobs.copy_before_mmio) return undefined;
  const page = guestPage(domain, gpa);
  if (isFailure(page)) return 'unhandleable';
  const isDropped = page !== undefined && dir === IOREQ_DIR.write && isDiscardWrite(page.type);
  return isDropped ? 'discarded' : undefined;
}

function chooseForIoreq(domain: Domain, ioreq: Ioreq): Choice {
  const device = findInternalDevice(domain, ioreq);
  if (device !== undefined && device.passesOn?.(domain, ioreq) !== true)
    return { reason: 'device', device: device.name };
  if (isOfOwnedType(domain, ioreq)) return chooseOwner(domain);
  return chosen(domain.ioreqServers.select(ioreq), ioreq);
}

/** A configuration cycle, as if port 0xcf8 had been written before. */
function chooseForPci({ ioreqServers, profile }: Domain, { addr, size, dir }: Question): Choice {
  const { inOrder, default: fallback } = ioreqServers;
  const target = { profile, pciCf8: PCI_CONFIG_ENABLE + addr * 2 ** 8 };
  const ioreq = ioreqOf(IOREQ_TYPE.pio, { addr: PCI_CONFIG_DATA, size, dir });
  return chosen(selectServer({ inOrder, default: fallback, target }, ioreq), ioreq);
}

function chooseOwner({ p2m, ioreqServers, profile }: Domain): Choice {
  const { owner } = p2m.claim;
  const server = owner === undefined ? undefined : ioreqServers.find(owner);
  if (server !== undefined) return taken(server, 'owner');
  return { reason: profile.knobs.null_owner === 'retry' ? 'no_owner' : 'unhandleable' };
}

function chosen(server: IoreqServer | undefined, { type }: Ioreq): Choice {
  if (server === undefined) return { reason: 'nobody', byRange: true };
  const reason = server.isDefault ? 'default' : (PORT_SPACE[type] ?? 'memory');
  return { ...taken(server, reason), byRange: true };
}

/** What sending would find of the server's page and of a slot in it. */
function taken(server: IoreqServer, reason: AnswerReason): Choice {
  const { view } = server.ioreqPage;
  if (view === undefined) return { reason: 'no_page', server };
  const isAnnounced = slotPort(view, ANY_VCPU) === server.requests.portOf(ANY_VCPU);
  return { reason: isAnnounced ? reason : 'never_enabled', server };
}

const ioreqOf = (type: number, { addr, size, dir }: Omit<Question, 'space'>): Ioreq =>
  newIoreq({ type, addr, size, dir });
