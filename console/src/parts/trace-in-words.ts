/** A step of a trace: who takes it, and what it comes to, in a sentence. */

import type { Answer } from '../api.js';

export type Step = Answer<'accessGuest'>['trace'][number];
/** By the names of the steps; see console/trace-words.ts. */
export type TraceWords = Readonly<Record<string, { readonly by?: string; readonly says: string }>>;

/** Entries by the level that they are on. */
export const LEVELS = ['PTE', 'PDE', 'PDPTE', 'PML4E'];

/** What a sentence ends in where that depends on more than one field. */
const ENDS: Readonly<Record<string, (fields: Step) => string>> = {
  ept_walk: ({ level, p2mt, emt, recalc, sp }) =>
    (level === 0 || sp === true ? `, type ${text(p2mt)}` : '') +
    (emt === 7 ? ', memory type 7: a misconfiguration' : '') +
    (recalc === true ? ', marked for recalculation' : ''),
  ept_misconfig: ({ resolved, spurious }) =>
    resolved === true
      ? ': recalculates the path'
      : spurious === true
        ? ': spurious'
        : ': unresolved',
  ioreq_server_select: ({ ioservid, why }) =>
    ioservid === null ? `: ${text(why)}` : `: ioreq server ${text(ioservid)} (${text(why)})`,
};

/** A step that this console has no words for yet is said as it came. */
export function stepInWords(words: TraceWords, step: Step): { by: string; says: string } {
  const { step: name, ...fields } = step;
  const wording = words[name];
  if (wording === undefined) return { by: 'Xen', says: `${name} ${JSON.stringify(fields)}` };
  const says = wording.says.replaceAll(/\{(\w+)\}/g, (_, field: string) => textOf(field, step));
  return { by: wording.by ?? 'Xen', says: says + (ENDS[name]?.(step) ?? '') };
}

const textOf = (field: string, step: Step): string =>
  field === 'level' ? (LEVELS[Number(step['level'])] ?? '') : text(step[field]);

const text = (value: unknown) => String(value);
