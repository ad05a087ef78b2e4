/** Who gets an access, in one plain sentence. */

import type { Selection } from './both-ways.js';

const SEES: Readonly<Record<Selection['guest_sees'], string>> = {
  page: 'no device model hears of it',
  answer: 'the guest waits for its answer',
  all_ones: 'the guest reads all ones',
  dropped: 'the write is dropped',
  waits: 'the vcpu waits',
  refaults: 'the vcpu faults again and again',
  gp_fault: 'the guest gets #GP',
  domain_crash: 'the domain crashes',
  host_panic: 'a real host would panic',
};

export function answerSentence(selection: Selection): string {
  const { gets, dir, ioservid, emulator, device, guest_sees } = selection;
  const who = {
    page: `The page itself takes this ${dir}`,
    xen: `Xen answers this ${dir} itself, as the guest’s ${device}`,
    ioreq_server: `Ioreq server ${ioservid} of domain ${emulator} gets this ${dir}`,
    monitor: `The monitor is told of this ${dir} first`,
    nobody: `Nobody gets this ${dir}`,
  }[gets];
  return gets === 'xen' ? `${who}.` : `${who}: ${SEES[guest_sees]}.`;
}
