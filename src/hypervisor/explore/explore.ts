/**
 * Every interleaving of a program, depth first. Nothing is undone: each schedule is run anew from a
 * fresh world, up to the last choice that has an alternative left, and on from there. A long
 * exploration remembers the states that it has been in, and goes on from none of them a second time.
 */

import { Outcomes, type Outcome } from './outcomes.js';
import type { Program, StepPoint } from './program.js';
import { stillAsleep, type Footprint, type Sleepers } from './reduction.js';
import { Run, type StepEnd } from './run.js';
import { EVERYTHING, PART } from './parts.js';
import { canTellApart, NOTHING_SEEN, seenAfter, seenFrom, viewOfAll, type View } from './view.js';
import { Visited } from './visited.js';
import { WorldState } from './world-state.js';
import type { Invariant, Watch } from './invariants.js';

export interface Limits {
  readonly maxSchedules: number;
  /** Try both orders of moves that do not depend on each other as well. */
  readonly plain?: boolean;
  /** Runs after which states are remembered; most explorations are over by then. */
  readonly runsUnremembered?: number;
}

export interface Exploration {
  readonly schedules: number;
  readonly truncated: boolean;
  readonly outcomes: readonly Outcome[];
}

/** Moves of one schedule; one that is longer is given up. */
const LONGEST = 10_000;
const USUAL_RUNS_UNREMEMBERED = 1000;

/** A state on the way that is being explored. */
interface Choice {
  readonly enabled: readonly number[];
  readonly asleep: Sleepers;
  /** Those whose moves from here have been explored. */
  readonly tried: Map<number, Footprint>;
  actor: number;
  /** From where it moves. */
  point: StepPoint | undefined;
  footprint: Footprint;
  /** What it has seen once it has moved, and whether its step was over then. */
  view: View;
  ends: boolean;
}

const UNKNOWN = {
  point: undefined,
  footprint: { reads: EVERYTHING, writes: EVERYTHING },
  view: NOTHING_SEEN,
  ends: false,
} as const;

export class Explorer {
  readonly #program: Program;
  readonly #invariants: readonly Invariant[];
  readonly #limits: Limits;
  readonly #way: Choice[] = [];
  readonly #outcomes = new Outcomes();
  readonly #state = new WorldState();
  readonly #visited = new Visited();
  #schedules = 0;
  #runs = 0;
  #truncated = false;

  constructor(program: Program, invariants: readonly Invariant[], limits: Limits) {
    this.#program = program;
    this.#invariants = invariants;
    this.#limits = limits;
  }

  /** Runs one schedule a turn; yields an outcome that was not there before, or nothing new. */
  *schedules(): Generator<Outcome | undefined, void, undefined> {
    do {
      if (this.#runs >= this.#limits.maxSchedules) {
        this.#truncated = true;
        return;
      }
      yield this.#runOne();
    } while (this.#turnBack());
  }

  get result(): Exploration {
    return {
      schedules: this.#schedules,
      truncated: this.#truncated,
      outcomes: this.#outcomes.all,
    };
  }

  /** The way as far as it is known, then on by whoever can move first. */
  #runOne(): Outcome | undefined {
    this.#runs++;
    const run = new Run(this.#program());
    const watches = this.#invariants.map((invariant) => invariant.watch(run.world));
    const advance = (actor: number) => {
      const ended = run.advance(actor);
      for (const watch of watches) watch.afterMove?.();
      return ended;
    };
    const last = this.#way.pop();
    for (const { actor } of this.#way) advance(actor);
    if (!this.#limits.plain) this.#state.update(run.world);
    if (last !== undefined) this.#move(run, last, advance);

    for (;;) {
      const enabled = run.enabled();
      if (enabled.length === 0) return this.#end(run, watches);
      const asleep = this.#asleepNow();
      const actor = enabled.find((index) => !asleep.has(index));
      if (actor === undefined || this.#hasBeenHere(run, watches, asleep)) return undefined;
      if (this.#way.length >= LONGEST) {
        this.#truncated = true;
        return undefined;
      }
      this.#move(run, { enabled, asleep, tried: new Map(), actor, ...UNKNOWN }, advance);
    }
  }

  /** One move that was not made before, with what it has written and what its actor has seen noted. */
  #move(run: Run, choice: Choice, advance: (actor: number) => StepEnd | undefined): void {
    const { actor } = choice;
    const before = this.#viewOf(actor);
    const atBeginning = this.#viewOf(actor, ({ ends }) => ends);
    this.#way.push(choice);
    const point = run.pointOf(actor)!;
    choice.point = point;
    if (this.#limits.plain) {
      advance(actor);
      return;
    }
    const step = run.stepOf(actor)!;
    const reads = step.reads(point);
    const seen = seenFrom(before, this.#state.digests, point, reads);
    const ended = advance(actor);
    const written = this.#state.update(run.world);
    const unseen = step.writesUnseen ? PART.rest : 0;
    choice.footprint = { reads, writes: written | unseen };
    choice.view = ended === undefined ? seen : seenAfter(atBeginning, seen, ended);
    choice.ends = ended !== undefined;
  }

  /** What it has seen up to its last move, or its last such move. */
  #viewOf(actor: number, isMeant: (choice: Choice) => boolean = () => true): View {
    const last = this.#way.findLast((choice) => choice.actor === actor && isMeant(choice));
    return last?.view ?? NOTHING_SEEN;
  }

  /** Whether all that there is from here on has been explored from a state that was the same. */
  #hasBeenHere(run: Run, watches: readonly Watch[], asleep: Sleepers): boolean {
    const { plain, runsUnremembered = USUAL_RUNS_UNREMEMBERED } = this.#limits;
    if (plain || this.#runs <= runsUnremembered || !canTellApart(run.world)) return false;
    const views = run.world.actors.map((_, actor) => this.#viewOf(actor));
    const remembered = watches.map((watch) => watch.remembered?.() ?? '').join();
    let sleepers = 0;
    for (const actor of asleep.keys()) sleepers |= 1 << actor;
    return this.#visited.has(viewOfAll(this.#state.digests, views, remembered), sleepers);
  }

  #asleepNow(): Sleepers {
    const last = this.#way.at(-1);
    if (last === undefined || this.#limits.plain) return new Map();
    return stillAsleep([...last.asleep, ...last.tried], last.footprint);
  }

  #end(run: Run, watches: readonly Watch[]): Outcome | undefined {
    this.#schedules++;
    const violated = this.#invariants
      .filter((_, index) => watches[index]!.isViolated())
      .map(({ name }) => name);
    const witness = this.#way.map(({ actor, point }) => ({
      actor: run.world.actors[actor]!.name,
      point: point!,
    }));
    return this.#outcomes.add(
      { results: run.results(), state: run.world.state(), violated },
      witness,
    );
  }

  /** Back to the last choice with an alternative; false: there is none left. */
  #turnBack(): boolean {
    for (let last = this.#way.at(-1); last !== undefined; last = this.#way.at(-1)) {
      const { enabled, asleep, tried, actor, footprint } = last;
      tried.set(actor, footprint);
      const next = enabled.find((index) => !tried.has(index) && !asleep.has(index));
      if (next !== undefined) {
        last.actor = next;
        return true;
      }
      this.#way.pop();
    }
    return false;
  }
}
