/** `fakexen explore`: every interleaving of a program, and how the worst of its outcomes comes about. */

import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { FastifyInstance } from 'fastify';
import { parse } from 'yaml';
import { outcomesInOrder } from '../../client/outcomes-in-order.js';
import { Host } from '../../hypervisor/index.js';
import { buildApp } from '../../server/app.js';
import type { Command, Shown } from '../command.js';
import type { Exploration, Outcome, ReplayedMove } from '../explore/answer.js';
import { lanes, mermaid, type Note } from '../explore/diagram.js';
import { moveInWords } from '../explore/move-in-words.js';
import { outcomeTable } from '../explore/outcome-table.js';
import type { Given } from '../given.js';
import { progressOn, type Progress } from '../progress.js';
import { UsageError } from '../usage-error.js';

type Body = Readonly<Record<string, unknown>>;

export const explore: Command = {
  about: 'It needs no service. The exit status is 1 if an invariant does not hold.',
  arguments: [
    { name: 'FILE', about: 'the body of a POST /explore, in YAML or JSON', isFile: true },
  ],
  options: [
    { flag: 'profile', value: 'NAME', about: 'run it on another Xen' },
    { flag: 'knob', value: 'NAME=VALUE', about: 'turn a knob; may be repeated', isList: true },
    { flag: 'outcome', value: 'NR', about: 'show the witness of this outcome, not of the first' },
    { flag: 'max-schedules', value: 'NR', about: 'stop after so many' },
    { flag: 'mermaid', about: 'the witness as a Mermaid diagram' },
  ],

  async run(given, terminal) {
    const body = turned(parse(await readFile(given.required('FILE'), 'utf8')) as Body, given);
    const app = await buildApp({ host: new Host() });
    const progress = progressOn(terminal);
    try {
      const exploration = await explored(app, body, progress);
      progress.end();
      return await shown(app, body, exploration, given);
    } finally {
      await app.close();
    }
  },
};

function turned(body: Body, given: Given): Body {
  const profile = given.text('profile');
  const most = given.number('max-schedules');
  const knobs = Object.fromEntries(
    given.list('knob').map((setting) => {
      const [name = '', value = ''] = setting.split('=', 2);
      return [name, parse(value) as unknown];
    }),
  );
  return {
    ...body,
    ...(profile !== undefined && { profile }),
    ...(most !== undefined && { max_schedules: most }),
    knobs: { ...(body['knobs'] as Body | undefined), ...knobs },
  };
}

/** The last line is the answer; those before it tell how far it has come. */
async function explored(
  app: FastifyInstance,
  payload: object,
  progress: Progress,
): Promise<Exploration> {
  const headers = { accept: 'application/x-ndjson' };
  const asked = {
    method: 'POST',
    url: '/explore',
    headers,
    payload,
    payloadAsStream: true,
  } as const;
  const answer = await app.inject(asked);
  let last: Body = {};
  for await (const line of createInterface({ input: answer.stream() })) {
    last = JSON.parse(line) as Body;
    const { schedules, outcomes } = last;
    if (typeof schedules === 'number' && typeof outcomes === 'number')
      progress.tell(`${schedules} schedules, ${outcomes} outcomes`);
  }
  if (!Array.isArray(last['outcomes'])) throw new UsageError(reasonIn(last));
  return last as unknown as Exploration;
}

async function shown(
  app: FastifyInstance,
  body: Body,
  exploration: Exploration,
  given: Given,
): Promise<Shown> {
  const status = exploration.outcomes.some(({ violated }) => violated.length > 0) ? 1 : 0;
  const show = (text: string): Shown => ({ value: exploration, text, status });
  const nr = given.number('outcome') ?? 1;
  const chosen = outcomesInOrder(exploration.outcomes).find((numbered) => numbered.nr === nr);
  if (chosen === undefined || given.isJson) return show(outcomeTable(exploration));

  const isMermaid = given.has('mermaid');
  const draw = isMermaid ? mermaid : lanes;
  const notes = await notesOf(app, body, chosen.outcome);
  const diagram = draw(Object.keys(chosen.outcome.results), notes);
  if (isMermaid) return show(diagram);
  return show(`${outcomeTable(exploration)}\n\nHow outcome ${nr} comes about:\n\n${diagram}`);
}

async function notesOf(app: FastifyInstance, body: Body, { witness }: Outcome): Promise<Note[]> {
  const { max_schedules: _, ...world } = body;
  const from = await replayed(app, { ...world, schedule: [] });
  const moves = await replayed(app, { ...world, schedule: witness });
  let { state } = from;
  return (moves['moves'] as readonly ReplayedMove[]).map((move) => {
    const text = moveInWords(move, state);
    state = move.state ?? state;
    return { actor: move.actor, text };
  });
}

async function replayed(app: FastifyInstance, payload: object): Promise<Body> {
  const answer = await app.inject({ method: 'POST', url: '/explore/replay', payload });
  if (answer.statusCode !== 200) throw new UsageError(reasonIn(answer.json()));
  return answer.json();
}

const reasonIn = (problem: Body) => String(problem['detail'] ?? problem['title']);
