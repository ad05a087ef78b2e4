/** A witness, move by move: who acts, what befalls him, and how the world stands afterwards. */

import type { Answer } from '../../answer.js';
import { stepInWords as traceInWords, type TraceWords } from '../trace-in-words.js';
import { stepInWords, type Program, type ProgramStep } from './program.js';

export type Replay = Answer<'replaySchedule'>;
type Move = Replay['moves'][number];
export type StepPoint = Move['point'];
/** What somebody does who starts from there, in a few words. */
export type Points = Readonly<Record<StepPoint, string>>;

export interface Texts {
  readonly points: Points;
  readonly trace: TraceWords;
}

export interface State {
  readonly owner: number | null;
  readonly entry_count: number;
  readonly types: Readonly<Record<string, string>>;
  readonly shutdown?: string;
}

export interface Row {
  readonly actor: string;
  /** The point from which the move starts, in a few words. */
  readonly does: string;
  /** What was met on the way, from the trace of a guest access, and what it changed. */
  readonly met: readonly Met[];
  readonly state: State;
  /** By the names of `factsOf`. */
  readonly changed: ReadonlySet<string>;
}

export interface Met {
  readonly kind: 'exit' | 'request' | 'bad' | 'effect' | 'step';
  readonly says: string;
}

/** How each move of a step begins that says what the step is. */
const BEGINNINGS = new Set<StepPoint>(['hypercall', 'guest', 'device_model']);

const KINDS: Readonly<Record<string, Met['kind']>> = {
  ept_violation: 'exit',
  ept_misconfig: 'exit',
  ioreq: 'request',
  inject: 'bad',
  domain_crash: 'bad',
  host_panic: 'bad',
};

/** Levels of a walk are too much here: what came of it is said. */
const UNSAID = new Set(['ept_walk']);

/** `before`: the state in front of the first move. */
export function rowsOf(
  { actors }: Program,
  before: State,
  { moves }: Replay,
  { points, trace: traceWords }: Texts,
): Row[] {
  const begun = new Map<string, number>();
  let last = before;
  return moves.map(({ actor, point, trace, state }) => {
    const old = last;
    last = (state as State | undefined) ?? old;
    const begins = BEGINNINGS.has(point);
    const nr = (begun.get(actor) ?? 0) + (begins ? 1 : 0);
    begun.set(actor, nr);
    const step = actors[actor]?.[nr - 1];
    const changes = changesBetween(old, last);
    return {
      actor,
      does:
        begins && step !== undefined ? stepInWords(step) : pointInWords(points, point, step, old),
      met: [
        ...trace.flatMap((one) => metIn(traceWords, one)),
        ...changes.map(({ says }) => ({ kind: 'effect' as const, says })),
      ],
      state: last,
      changed: new Set(changes.map(({ name }) => name)),
    };
  });
}

/** A guest access comes by the owner's lock to ask, a hypercall to change it. */
function pointInWords(
  points: Points,
  point: StepPoint,
  step: ProgramStep | undefined,
  state: State,
): string {
  if (point !== 'p2m_ioreq_lock' || step?.guest === undefined) return points[point];
  return `takes p2m_ioreq_lock and asks for the owner: ${ownerOf(state)}`;
}

/** What a state says, by name. */
export const factsOf = ({ owner, entry_count, types, shutdown }: State): [string, string][] => [
  ['owner', ownerOf({ owner })],
  ['entries', String(entry_count)],
  ...Object.entries(types),
  ...(shutdown === undefined ? [] : [['shut down', shutdown] as [string, string]]),
];

export const stateInWords = (state: State): string =>
  factsOf(state)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');

function metIn(words: TraceWords, step: Move['trace'][number]): Met[] {
  const name = String(step['step']);
  if (UNSAID.has(name)) return [];
  const { says } = traceInWords(words, step as Parameters<typeof traceInWords>[1]);
  return [{ kind: KINDS[name] ?? 'step', says }];
}

function changesBetween(before: State, after: State): { name: string; says: string }[] {
  const old = new Map(factsOf(before));
  return factsOf(after).flatMap(([name, value]) => {
    const was = old.get(name);
    return was === value ? [] : [{ name, says: `${name}: ${was ?? 'no'} → ${value}` }];
  });
}

const ownerOf = ({ owner }: Pick<State, 'owner'>) =>
  owner === null ? 'nobody' : `server ${owner}`;
