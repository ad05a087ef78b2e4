/** What the service answers to an exploration and to a replay, as far as it is shown. */

export interface Move {
  readonly actor: string;
  readonly point: string;
}

export interface Outcome {
  readonly results: Readonly<Record<string, readonly Result[]>>;
  readonly state: unknown;
  readonly violated: readonly string[];
  readonly count: number;
  readonly witness: readonly Move[];
}

/** Of a hypercall, a guest access or an answer of a device model. */
export interface Result {
  readonly rc?: number;
  readonly errno?: string;
  readonly outcome?: string;
  readonly reason?: string;
  readonly at?: string;
  readonly exits?: readonly { readonly reason: string; readonly gpa?: string }[];
  readonly ioreqs?: readonly { readonly ioservid: number; readonly dir: string }[];
  readonly exception?: { readonly vector: number };
  readonly data?: string;
}

export interface Exploration {
  readonly schedules: number;
  readonly truncated: boolean;
  readonly outcomes: readonly Outcome[];
}

export interface ReplayedMove extends Move {
  readonly trace: readonly Readonly<Record<string, unknown>>[];
  readonly state?: unknown;
}
