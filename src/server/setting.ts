/** The sorts of settings: what the text of one may say, be it of a flag, of the environment or of a file. */

export interface Setting<Value> {
  /** What its value is called in help; undefined: a switch, which a flag without a value turns on. */
  readonly value?: string;
  readonly about: string;
  readonly fallback: Value;
  /** Is never printed. */
  readonly isSecret?: true;
  /** Throws what is wrong with the text. */
  readonly read: (text: string) => Value;
}

/** Empty text means none. */
export const text = (
  value: string,
  about: string,
  secrecy: { readonly isSecret?: true } = {},
): Setting<string | undefined> => ({
  value,
  about,
  fallback: undefined,
  ...secrecy,
  read: (said) => (said === '' ? undefined : said),
});

export const textOr = (fallback: string, value: string, about: string): Setting<string> => ({
  value,
  about,
  fallback,
  read(said) {
    if (said === '') throw new Error('is empty');
    return said;
  },
});

export const wholeNumber = (
  [least, most]: readonly [least: number, most: number],
  fallback: number,
  value: string,
  about: string,
): Setting<number> => ({
  value,
  about,
  fallback,
  read(said) {
    const number = said.trim() === '' ? NaN : Number(said);
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    throw new Error(`${said} is not in ${least}..${most}`);
  },
});

/** With a fraction, if need be. */
export const seconds = (
  [least, most]: readonly [least: number, most: number],
  fallback: number,
  about: string,
): Setting<number> => ({
  value: 'SECONDS',
  about,
  fallback,
  read(said) {
    const number = said.trim() === '' ? NaN : Number(said);
    if (number >= least && number <= most) return number;
    throw new Error(`${said} is not in ${least}..${most}`);
  },
});

export const oneOf = <const Name extends string>(
  names: readonly Name[],
  fallback: Name,
  value: string,
  about: string,
): Setting<Name> => ({
  value,
  about: `${about}: ${names.join(' | ')}`,
  fallback,
  read(said) {
    const name = names.find((known) => known === said);
    if (name === undefined) throw new Error(`${said} is none of ${names.join(', ')}`);
    return name;
  },
});

const SAID_AS: Readonly<Record<string, boolean>> = { true: true, 1: true, false: false, 0: false };

export const onOrOff = (about: string): Setting<boolean> => ({
  about,
  fallback: false,
  read(said) {
    const isOn = SAID_AS[said];
    if (isOn === undefined) throw new Error(`${said} is neither true nor false`);
    return isOn;
  },
});
