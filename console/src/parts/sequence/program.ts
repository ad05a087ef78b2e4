/** What the explorer runs: the body of a `POST /explore`, as far as the console looks into it. */

export interface Program {
  readonly actors: Readonly<Record<string, readonly ProgramStep[]>>;
  readonly profile?: string;
  readonly knobs?: Knobs;
  readonly [field: string]: unknown;
}

export type Knobs = Readonly<Record<string, string | number | boolean>>;

/** One of the three. */
export interface ProgramStep {
  readonly op?: string;
  readonly args?: unknown;
  readonly guest?: Readonly<Record<string, unknown>>;
  readonly dm?: { readonly server: number; readonly data?: string };
}

export interface Example {
  /** That of its file. */
  readonly name: string;
  /** What there is to see: the comment above the program. */
  readonly about: string;
  readonly program: Program;
  /** The same to be read and edited. */
  readonly text: string;
}

/** Who moves, and from which point. */
export interface ProgramMove {
  readonly actor: string;
  readonly point?: string;
}

/** The body of a `POST /explore/replay`, which knows no bound. */
export const replayBody = (
  { max_schedules: _, ...world }: Program,
  schedule: readonly ProgramMove[],
) => ({
  ...world,
  schedule,
});

/** `dmop/map_mem_type id 1, type ioreq_server, flags 0`. */
export function stepInWords({ op, args, guest, dm }: ProgramStep): string {
  if (op !== undefined) return `${op} ${fieldsInWords(args)}`;
  if (guest !== undefined)
    return `guest ${String(guest['kind'])} ${fieldsInWords(withoutKind(guest))}`;
  return `answers the next request of server ${dm?.server ?? ''}${dm?.data ? ` with ${dm.data}` : ''}`;
}

const withoutKind = ({ kind: _, ...rest }: Readonly<Record<string, unknown>>) => rest;

const fieldsInWords = (fields: unknown): string =>
  Object.entries(fields ?? {})
    .map(
      ([name, value]) =>
        `${name} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`,
    )
    .join(', ');
