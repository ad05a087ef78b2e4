/** Requests for an operation as its document describes it, and such as are wrong in one way. */

import {
  MEDIA_TYPES,
  WRONG_PARAMETERS,
  bytesOf,
  withWrongMember,
  wrongText,
  type Sent,
} from './broken.js';
import { fitting, type Dice } from './fitting.js';
import type { Body, Operation, Parameter } from './operations.js';

/** Nothing is waited for: what would wait is answered at once. */
const PREFER = ['respond-async', 'wait=0', 'respond-async, wait=0'];
const EXAMPLE = 0.5;

export function fittingRequest(operation: Operation, dice: Dice): Sent {
  return request(operation, dice, (name, parameter) => [name, textFor(parameter, dice)]);
}

/** Wrong in its body, if it has one, or in a parameter. */
export function brokenRequest(operation: Operation, dice: Dice): Sent {
  const { bodies, parameters } = operation;
  const free = parameters.filter(({ name }) => name !== 'prefer');
  if (free.length > 0 && (bodies.length === 0 || dice.often(0.2))) {
    const wrong = dice.pick(free);
    const text = (name: string, parameter: Parameter): [string, string] =>
      parameter === wrong
        ? [name, dice.pick(parameter.in === 'header' ? ['-1', 'x', '65536'] : WRONG_PARAMETERS)]
        : [name, textFor(parameter, dice)];
    return request(operation, dice, text);
  }
  const sent = fittingRequest(operation, dice);
  return bodies.length === 0 ? sent : withWrongBody(sent, dice);
}

function request(
  { method, path, parameters, bodies }: Operation,
  dice: Dice,
  text: (name: string, parameter: Parameter) => [string, string],
): Sent {
  let url = path;
  const query: string[] = [];
  const headers: Record<string, string> = {};
  for (const parameter of parameters) {
    const [name, value] = text(parameter.name, parameter);
    if (parameter.in === 'path') url = url.replace(`{${name}}`, value);
    else if (name === 'prefer') headers[name] = dice.pick(PREFER);
    else if (dice.often(0.5)) {
      if (parameter.in === 'query') query.push(`${name}=${value}`);
      else headers[name] = value;
    }
  }
  if (query.length > 0) url += `?${query.join('&')}`;
  if (bodies.length === 0) return { method, url, headers };

  const body = dice.pick(bodies);
  headers['content-type'] = body.mediaType;
  return { method, url, headers, payload: payloadFor(body, dice) };
}

function payloadFor({ mediaType, schema, example }: Body, dice: Dice): string | Buffer {
  if (mediaType !== 'application/json') return bytesOf(dice);
  const made = fitting(schema, dice);
  if (!dice.often(EXAMPLE) || typeof example !== 'object') return JSON.stringify(made);
  return JSON.stringify(dice.often(0.5) ? example : { ...(made as object), ...example });
}

function withWrongBody(sent: Sent, dice: Dice): Sent {
  const { payload, headers } = sent;
  if (dice.often(0.1) || typeof payload !== 'string') {
    const mediaType = dice.pick(MEDIA_TYPES);
    return { ...sent, headers: { ...headers, 'content-type': mediaType } };
  }
  if (dice.often(0.3)) return { ...sent, payload: wrongText(payload, dice) };
  return { ...sent, payload: JSON.stringify(withWrongMember(JSON.parse(payload), dice)) };
}

const textFor = ({ name, schema, example }: Parameter, dice: Dice): string => {
  if (example !== undefined && dice.often(0.8)) return `${example as string | number}`;
  if (name === 'domid') return String(dice.pick([1, 1, 2, 3, 0]));
  return encodeURIComponent(String(fitting(schema, dice)));
};
