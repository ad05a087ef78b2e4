/** The commands of one interface of Xen's, read off the definitions of its hypercalls. */

import { XenApiError, type Folder } from '../client/index.js';
import { HYPERCALL_FORMS } from '../routes/forms/hypercall-forms.js';
import type { HypercallForm } from '../routes/forms/hypercall-form.js';
import type { JsonSchema } from '../routes/wire/word.js';
import type { Command, CommandRow, Option } from './command.js';
import { CONNECTION_OPTIONS, DOMID, connectionFor } from './connection.js';
import { flagOf, namesOf, textToJson, valueNameOf } from './field-text.js';
import type { Given } from './given.js';
import { fields } from './text/fields.js';
import { UsageError } from './usage-error.js';

export const hypercallRows = (via: Folder): CommandRow[] =>
  HYPERCALL_FORMS[via].flatMap((form) =>
    [form.call.name, ...(form.call.aliases ?? [])].map((name) => ({
      name,
      summary: form.call.summary,
      load: () => Promise.resolve(commandOf(form, name)),
    })),
  );

type Properties = Readonly<Record<string, JsonSchema>>;

function commandOf(form: HypercallForm, name: string): Command {
  const { schema } = form.request;
  const properties = schema['properties'] as Properties;
  const required = schema['required'] as readonly string[];
  const errnos = Object.entries(form.errnos).map(([errno, when]) => `  ${errno}: ${when}`);
  return {
    about: [form.call.description, '', 'It may answer', ...errnos].join('\n'),
    arguments: [DOMID],
    options: [...optionsOf(properties, required), ...CONNECTION_OPTIONS],

    async run(given, terminal) {
      const args = argumentsIn(given, properties);
      const { xen } = await connectionFor(given, terminal);
      const domain = xen.domain(given.requiredNumber('DOMID'));
      const calls = domain[form.via] as unknown as Readonly<Record<string, Call>>;
      try {
        const value = await (calls[name] as Call)(args);
        return { value, text: fields(value) };
      } catch (error) {
        throw inWordsOfTheLine(error);
      }
    },
  };
}

type Call = (args: object) => Promise<object>;

const optionsOf = (properties: Properties, required: readonly string[]): Option[] =>
  Object.entries(properties).map(([field, schema]) => ({
    flag: flagOf(field),
    value: valueNameOf(schema),
    about: aboutOf(schema),
    words: namesOf(schema),
    isRequired: required.includes(field),
  }));

/** A field that is a struct has no text of its own: then that of its fields. */
function aboutOf({ description, properties = {} }: JsonSchema): string {
  if (typeof description === 'string') return description;
  const deeper = Object.entries(properties as Properties);
  return deeper.map(([field, schema]) => `{ "${field}": … } ${aboutOf(schema)}`).join(' ');
}

const argumentsIn = (given: Given, properties: Properties): object =>
  Object.fromEntries(
    Object.entries(properties).flatMap(([field, schema]) => {
      const text = given.text(flagOf(field));
      return text === undefined ? [] : [[field, textToJson(text, schema)]];
    }),
  );

/** A field that does not fit is a flag here. */
function inWordsOfTheLine(error: unknown): unknown {
  const errors = error instanceof XenApiError ? error.problem.errors : undefined;
  if (errors === undefined) return error;
  return new UsageError(
    errors
      .map(({ pointer, detail }) => {
        const [, field = '', ...deeper] = pointer.split('/');
        return `--${[flagOf(field), ...deeper].join('/')} ${detail}`;
      })
      .join('; '),
  );
}
