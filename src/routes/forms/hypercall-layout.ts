/** How the arguments of a hypercall lie in memory, read off its definition. */

import { cStruct, type CStruct, type Member } from '../wire/c-struct.js';
import { UINT16, UINT64 } from '../wire/c-type.js';
import type { Form, Hypercall } from '../definition/define-hypercall.js';
import type { InterfaceName } from '../definition/interfaces.js';
import type { Fields } from '../wire/struct.js';

/** C member → field. */
type Names = Readonly<Record<string, string>>;

/**
 * A DMOP's struct has what is asked and then what is answered; an HVMOP's begins with the domain, where there is one,
 * and ends with pointers to what does not fit.
 */
export function layoutOf(
  { callers, request, response }: Hypercall,
  form: Form,
  via: InterfaceName,
  names: { readonly request: Names; readonly response: Names },
): CStruct | undefined {
  if (via !== 'hvmop' && via !== 'dmop') return undefined;
  if (form.isHole || form.takesNull) return cStruct([]);

  const elsewhere = form.buffer?.fields ?? [];
  const inside = (names: Names, fields: Fields, of: 'request' | 'response') =>
    Object.entries(names).flatMap(([name, field]): Member[] => {
      const type = fields[field]?.c;
      return type === undefined || elsewhere.includes(field) ? [] : [{ name, type, of, field }];
    });
  const members = merged(
    inside(names.request, { ...request.fields, ...form.words }, 'request'),
    inside(names.response, response.fields, 'response'),
  );
  if (via === 'dmop') return cStruct(members);

  const domid: Member[] = NAMES_NO_DOMAIN.includes(callers)
    ? []
    : [{ name: 'domid', type: UINT16 }];
  const pointers = elsewhere.map((name): Member => ({ name, type: UINT64 }));
  return cStruct([...domid, ...inOrder(members, form.members), ...pointers]);
}

const NAMES_NO_DOMAIN: readonly string[] = ['self', 'anyone', 'toolstack'];

/** What is both asked and answered lies there once. */
function merged(asked: readonly Member[], answered: readonly Member[]): Member[] {
  const named = (members: readonly Member[], wanted: string) =>
    members.some(({ name }) => name === wanted);
  return [
    ...asked.map((member): Member =>
      named(answered, member.name) ? { ...member, of: 'both' } : member,
    ),
    ...answered.filter(({ name }) => !named(asked, name)),
  ];
}

const inOrder = (members: readonly Member[], order?: readonly string[]) =>
  order === undefined
    ? members
    : order.flatMap((name) => members.filter((member) => member.name === name));
