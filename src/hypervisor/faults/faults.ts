/** The ways in which a host is to fail, in the order in which they were given. */

import { FaultRule, type FaultEffect, type FaultSpec, type FaultyCall } from './fault-rule.js';

/** A rule as plain data, with how far it is. */
export interface SavedRule {
  readonly id: number;
  readonly spec: FaultSpec;
  readonly met: number;
  readonly fired: number;
  readonly random: number;
}

export class Faults {
  readonly #rules = new Map<number, FaultRule>();
  #lastId = 0;

  get isEmpty(): boolean {
    return this.#rules.size === 0;
  }

  get rules(): readonly FaultRule[] {
    return [...this.#rules.values()];
  }

  find(id: number): FaultRule | undefined {
    return this.#rules.get(id);
  }

  add(spec: FaultSpec): FaultRule {
    const rule = new FaultRule(++this.#lastId, spec);
    this.#rules.set(rule.id, rule);
    return rule;
  }

  /** Whether there was one. */
  remove(id: number): boolean {
    return this.#rules.delete(id);
  }

  clear(): void {
    this.#rules.clear();
  }

  /** The first rule that strikes a call, of those whose effect it can have. */
  strike(call: FaultyCall, canHave: (effect: FaultEffect) => boolean): FaultRule | undefined {
    for (const rule of this.#rules.values())
      if (rule.isAbout(call) && canHave(rule.spec.effect) && rule.strikes()) return rule;
    return undefined;
  }

  save(): { readonly lastId: number; readonly rules: readonly SavedRule[] } {
    const rules = this.rules.map(({ id, spec, met, fired, random: { state } }) => ({
      id,
      spec,
      met,
      fired,
      random: state,
    }));
    return { lastId: this.#lastId, rules };
  }

  restore({ lastId, rules }: ReturnType<Faults['save']>): void {
    this.#lastId = lastId;
    this.#rules.clear();
    for (const { id, spec, met, fired, random } of rules) {
      const rule = new FaultRule(id, spec);
      Object.assign(rule, { met, fired });
      rule.random.state = random;
      this.#rules.set(id, rule);
    }
  }
}
