/** A request in a line, for tables and headings. */

import { requestInWords } from '../../parts/why-blocked.js';
import type { Request } from './timeline-model.js';

export function requestLine({ sent, vcpu, ioservid }: Request): string {
  if (sent === undefined)
    return `vcpu ${vcpu} asked ioreq server ${ioservid} for something, before what is remembered`;
  return `vcpu ${vcpu} asks ioreq server ${ioservid}: ${requestInWords(sent)}`;
}
