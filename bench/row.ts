/** One line of the results, as `--json` prints it. */

export interface Row {
  /** Which promise it is held against; a promise of two parts has two rows of the name. */
  readonly name: string;
  readonly unit: string;
  readonly value: number;
  /** The same of what it is held beside, in the same unit. */
  readonly reference: number | null;
  /** `value` over `reference`. */
  readonly ratio: number | null;
  readonly judged: 'ratio' | 'value';
  readonly op: '>=' | '<=';
  readonly target: number;
}

/** Rows that are measured together, in this order. */
export interface Group {
  readonly rows: readonly string[];
  readonly run: () => AsyncIterable<Row> | Iterable<Row>;
}

type Judgement = Pick<Row, 'name' | 'unit' | 'op' | 'target'>;

/** Judged by how it compares with its reference. */
export const ratioRow = (judgement: Judgement, value: number, reference: number): Row =>
  rowOf(judgement, 'ratio', value, reference);

/** Judged by what it is; a reference, if there is one, is told beside it. */
export const valueRow = (judgement: Judgement, value: number, reference?: number): Row =>
  rowOf(judgement, 'value', value, reference);

function rowOf(
  { name, unit, op, target }: Judgement,
  judged: Row['judged'],
  value: number,
  reference: number | null = null,
): Row {
  const ratio = reference === null ? null : value / reference;
  return { name, unit, value, reference, ratio, judged, op, target };
}

/** Whether what was promised holds. */
export function isMet({ judged, ratio, value, op, target }: Row): boolean {
  const result = judged === 'ratio' ? (ratio ?? Number.NaN) : value;
  return op === '<=' ? result <= target : result >= target;
}
