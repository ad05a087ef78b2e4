/** One line of the results, as `--json` prints it. */
/** Judged by how it compares with its reference. */
export const ratioRow = (judgement, value, reference) => ({
    ...judgement,
    value,
    reference,
    ratio: value / reference,
    judged: 'ratio',
});
/** Judged by what it is; a reference, if there is one, is told beside it. */
export const valueRow = (judgement, value, reference = null) => ({
    ...judgement,
    value,
    reference,
    ratio: reference === null ? null : value / reference,
    judged: 'value',
});
/** Whether what was promised holds. */
export function isMet({ judged, ratio, value, op, target }) {
    const result = judged === 'ratio' ? (ratio ?? Number.NaN) : value;
    return op === '<=' ? result <= target : result >= target;
}
