/** What the recordings call domains, and which domids these are here. */

export const DOM0 = 0;
export const DOMID_SELF = 0x7ff0;
/** One that never exists. */
export const NO_SUCH_DOMID = 0x7000;

const FIXED: readonly (readonly [RegExp, number])[] = [
  [/^(0\b|dom0$)/, DOM0],
  [/^DOMID_SELF/, DOMID_SELF],
  [/^0x7fff$/, 0x7fff],
  [/^(none such|nonexistent|other$)/, NO_SUCH_DOMID],
];

/** Domains of a replay. */
export interface NamedDomains {
  readonly domid: number;
  readonly emulatorDomid: number;
  /** Those that steps have created. */
  readonly domids: ReadonlyMap<string, number>;
}

/** The domain that an argument speaks of: the one that all is about, if it says nothing. */
export function domidNamed(world: NamedDomains, name: unknown): number {
  if (name === undefined || name === 'the HVM domain' || name === 'A') return world.domid;
  if (name === 'B') return world.emulatorDomid;
  const said = `${name as string | number}`;
  return (
    world.domids.get(said) ?? FIXED.find(([pattern]) => pattern.test(said))?.[1] ?? numbered(said)
  );
}

/** What a domid is called where a step shows one: numbers are those of dom0 alone. */
export const nameOfDomid = (world: NamedDomains, domid: number): string => {
  if (domid === DOM0) return String(DOM0);
  return domid === world.domid ? 'the HVM domain' : 'other';
};

/** Numbers depend on the boot: one that is none of Xen's own means a domain that does not exist. */
const numbered = (said: string): number => {
  const number = Number(said);
  return number >= DOMID_SELF && number <= 0x7fff ? number : NO_SUCH_DOMID;
};

/** Domains that a step's reason speaks of, where it is not about the one at hand. */
const SPOKEN_OF: readonly (readonly [RegExp, string])[] = [
  [/^DOMID_SELF/, 'DOMID_SELF'],
  [/^domid 0$/, '0'],
  [/^(no such domain|caller none such)/, 'none such'],
];

export const spokenOf = (why: unknown): string | undefined =>
  SPOKEN_OF.find(([pattern]) => pattern.test(String(why)))?.[1];
