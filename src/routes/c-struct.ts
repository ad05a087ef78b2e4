/** A struct of C in memory: which fields of a hypercall lie where, and the way between the two. */

import { layOut, type CType } from './c-type.js';

export interface CStruct {
  readonly bytes: number;
  /** By the name of the C member. */
  readonly offsets: Readonly<Record<string, number>>;
  /** Every member that is a field of the request, by the field's name. */
  load(view: DataView, base: number): Record<string, unknown>;
  /** Every member that is a field of the answer and has a value. */
  store(view: DataView, base: number, response: Readonly<Record<string, unknown>>): void;
}

export interface Member {
  /** In C. */
  readonly name: string;
  readonly type: CType<unknown>;
  /** What it is a field of; neither: it says for whom the call is, or where something else lies. */
  readonly of?: 'request' | 'response';
  /** The field, if it is called otherwise. */
  readonly field?: string;
}

export function cStruct(members: readonly Member[]): CStruct {
  const { offsets, bytes } = layOut(members.map(({ name, type }) => [name, type] as const));
  const placed = members.map(({ name, field = name, type, of }) => ({
    field,
    type,
    of,
    at: offsets[name] as number,
  }));
  const inputs = placed.filter(({ of }) => of === 'request');
  const outputs = placed.filter(({ of }) => of === 'response');
  return {
    bytes,
    offsets,
    load(view, base) {
      const request: Record<string, unknown> = {};
      for (const { field, type, at } of inputs) request[field] = type.load(view, base + at);
      return request;
    },
    store(view, base, response) {
      for (const { field, type, at } of outputs) {
        const value = response[field];
        if (value !== undefined) type.store(view, base + at, value);
      }
    },
  };
}
