/**
 * The code of a struct, written for it when it is first used, as Ajv writes its validators: V8 knows an object whose fields
 * are named in code, and not one whose fields are set in a loop over names.
 */

import type { AnyWord } from './word.js';

export interface Member {
  /** Its name on the wire, if it stands there. */
  readonly said: string | undefined;
  readonly name: string;
  readonly word: AnyWord;
}

export type SpokenMember = Member & { readonly said: string };

export type Wire = Readonly<Record<string, unknown>>;

type Way = (from: Wire) => Record<string, unknown>;

/** Of what the wire says; what it does not say has its fallback. */
export function decoderOf(members: readonly Member[]): Way {
  const fields = members.map(({ said, name }, index) => {
    const fallback = `words[${index}].optional?.fallback`;
    if (said === undefined) return `${quoted(name)}: ${fallback}`;
    const given = `from[${quoted(said)}]`;
    return `${quoted(name)}: ${given} === undefined ? ${fallback} : words[${index}].decode(${given})`;
  });
  return written(members, `return { ${fields.join(', ')} };`);
}

/** What the wire says of a value: nothing of fields that it has not. */
export function encoderOf(members: readonly SpokenMember[]): Way {
  const steps = members.map(({ said, name }, index) => {
    const given = `from[${quoted(name)}]`;
    return `if (${given} !== undefined) to[${quoted(said)}] = words[${index}].encode(${given});`;
  });
  return written(members, `const to = {}; ${steps.join(' ')} return to;`);
}

const quoted = (name: string) => JSON.stringify(name);

function written(members: readonly Member[], body: string): Way {
  const words = members.map(({ word }) => word);
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- of definitions alone, nothing that anybody sends
  const make = new Function('words', `return (from) => { ${body} };`) as (
    words: readonly AnyWord[],
  ) => Way;
  return make(words);
}
