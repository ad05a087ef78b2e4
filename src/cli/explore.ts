/** `fakexen explore FILE`: every interleaving of a program, and how the worst of its outcomes comes about. */

import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import type { FastifyInstance } from 'fastify';
import { parse } from 'yaml';
import { Host } from '../hypervisor/index.js';
import { buildApp } from '../server/app.js';
import type { Exploration, Outcome, ReplayedMove } from './explore/answer.js';
import { lanes, mermaid, type Note } from './explore/diagram.js';
import { moveInWords } from './explore/move-in-words.js';
import { inOrder, outcomeTable } from './explore/outcome-table.js';

export const USAGE = `usage: fakexen explore [options] FILE

FILE is the body of a POST /explore, in YAML or JSON.

  --profile NAME       run it on another Xen
  --knob NAME=VALUE    turn a knob; may be repeated
  --outcome N          show the witness of outcome N, not of the first
  --max-schedules N    stop after so many
  --mermaid            the witness as a Mermaid diagram
  --json               the answer as it is

The exit status is 1 if an invariant does not hold, 2 if there is nothing to explore.`;

const OPTIONS = {
  profile: { type: 'string' },
  knob: { type: 'string', multiple: true, default: [] as string[] },
  outcome: { type: 'string', default: '1' },
  'max-schedules': { type: 'string' },
  mermaid: { type: 'boolean', default: false },
  json: { type: 'boolean', default: false },
  help: { type: 'boolean', default: false },
} as const;

type Values = ReturnType<typeof read>['values'];
type Body = Readonly<Record<string, unknown>>;

/** What it prints, and its exit status. */
export interface Shown {
  readonly text: string;
  readonly status: number;
}

export async function explore(args: readonly string[]): Promise<Shown> {
  const { values, positionals } = read(args);
  const [file, ...rest] = positionals;
  if (values.help) return { text: USAGE, status: 0 };
  if (file === undefined || rest.length > 0) return { text: USAGE, status: 2 };
  const body = turned(parse(await readFile(file, 'utf8')) as Body, values);

  const app = await buildApp({ host: new Host() });
  try {
    return await shown(app, body, values);
  } finally {
    await app.close();
  }
}

const read = (args: readonly string[]) =>
  parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });

function turned(body: Body, { profile, knob, 'max-schedules': most }: Values): Body {
  const knobs = Object.fromEntries(
    knob.map((setting) => {
      const [name = '', value = ''] = setting.split('=', 2);
      return [name, parse(value) as unknown];
    }),
  );
  return {
    ...body,
    ...(profile !== undefined && { profile }),
    ...(most !== undefined && { max_schedules: Number(most) }),
    knobs: { ...(body['knobs'] as Body | undefined), ...knobs },
  };
}

async function shown(app: FastifyInstance, body: Body, values: Values): Promise<Shown> {
  const answer = await post(app, '/explore', body);
  if (typeof answer === 'string') return { text: answer, status: 2 };
  const exploration = answer as unknown as Exploration;
  const status = exploration.outcomes.some(({ violated }) => violated.length > 0) ? 1 : 0;
  if (values.json) return { text: JSON.stringify(exploration, null, 2), status };

  const nr = Number(values.outcome);
  const chosen = inOrder(exploration).find((numbered) => numbered.nr === nr);
  if (chosen === undefined) return { text: outcomeTable(exploration), status };
  const draw = values.mermaid ? mermaid : lanes;
  const notes = await notesOf(app, body, chosen.outcome);
  const diagram = draw(Object.keys(chosen.outcome.results), notes);
  if (values.mermaid) return { text: diagram, status };
  return {
    text: `${outcomeTable(exploration)}\n\nHow outcome ${nr} comes about:\n\n${diagram}`,
    status,
  };
}

async function notesOf(app: FastifyInstance, body: Body, { witness }: Outcome): Promise<Note[]> {
  const { max_schedules: _, ...world } = body;
  const from = await post(app, '/explore/replay', { ...world, schedule: [] });
  const replayed = await post(app, '/explore/replay', { ...world, schedule: witness });
  if (typeof from === 'string' || typeof replayed === 'string') return [];
  let { state } = from;
  return (replayed['moves'] as readonly ReplayedMove[]).map((move) => {
    const text = moveInWords(move, state);
    state = move.state ?? state;
    return { actor: move.actor, text };
  });
}

/** The answer; as text, why there is none. */
async function post(app: FastifyInstance, url: string, payload: object): Promise<Body | string> {
  const answer = await app.inject({ method: 'POST', url, payload });
  const body: Body = answer.json();
  return answer.statusCode === 200 ? body : String(body['detail'] ?? body['title']);
}
