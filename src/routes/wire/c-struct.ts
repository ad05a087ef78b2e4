/** A struct of C in memory: which fields of a hypercall lie where, and the way between the two. */

import { layOut, type CType } from './c-type.js';

export interface CStruct {
  readonly bytes: number;
  readonly members: readonly PlacedMember[];
  /** Every member that is a field of the request, by the field's name. */
  load(view: DataView, base: number): Record<string, unknown>;
  /** Every member that is a field of the answer and has a value. */
  store(view: DataView, base: number, response: Readonly<Record<string, unknown>>): void;
  /** Those of the request that are of these fields: a call that has stopped leaves there where it goes on. */
  rewrite(
    view: DataView,
    base: number,
    request: Readonly<Record<string, unknown>>,
    fields: readonly string[],
  ): void;
}

export interface Member {
  /** In C. */
  readonly name: string;
  readonly type: CType<unknown>;
  /** What it is a field of; neither: it says for whom the call is, or where something else lies. */
  readonly of?: 'request' | 'response' | 'both';
  /** The field, if it is called otherwise. */
  readonly field?: string;
}

export interface PlacedMember extends Member {
  readonly field: string;
  /** How far into the struct. */
  readonly offset: number;
}

export function cStruct(members: readonly Member[]): CStruct {
  const { offsets, bytes } = layOut(members.map(({ name, type }) => [name, type] as const));
  const placed = members.map((member) => ({
    field: member.name,
    ...member,
    offset: offsets[member.name] as number,
  }));
  const inputs = placed.filter(({ of }) => of === 'request' || of === 'both');
  const outputs = placed.filter(({ of }) => of === 'response' || of === 'both');
  return {
    bytes,
    members: placed,
    load: loaderOf(inputs),
    store(view, base, response) {
      for (const { field, type, offset } of outputs) {
        const value = response[field];
        if (value !== undefined) type.store(view, base + offset, value);
      }
    },
    rewrite(view, base, request, fields) {
      for (const { field, type, offset } of inputs)
        if (fields.includes(field)) type.store(view, base + offset, request[field]);
    },
  };
}

/**
 * Written for the struct, as Ajv writes its validators: an object whose fields are named in code is made in a third of the
 * time that a loop over names takes.
 */
function loaderOf(members: readonly PlacedMember[]): CStruct['load'] {
  const types = members.map(({ type }) => type);
  const fields = members.map(
    ({ field, offset }, index) =>
      `${JSON.stringify(field)}: types[${index}].load(view, base + ${offset})`,
  );
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- of definitions alone, nothing that anybody sends
  const make = new Function('types', `return (view, base) => ({ ${fields.join(', ')} });`) as (
    types: readonly CType<unknown>[],
  ) => CStruct['load'];
  return make(types);
}

/** Where each member lies, by its name. */
export const offsetsOf = ({ members }: CStruct): Readonly<Record<string, number>> =>
  Object.fromEntries(members.map(({ name, offset }) => [name, offset]));
