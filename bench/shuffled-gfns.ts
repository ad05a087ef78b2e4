/** All gfns below a count, each once, in an order that no cache foresees (Fisher and Yates), the same in every run. */
export function shuffledGfns(count: number): Int32Array {
  const gfns = Int32Array.from({ length: count }, (_, gfn) => gfn);
  let state = 12345;
  for (let left = count; left > 1; left--) {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0;
    const chosen = Math.floor((state / 2 ** 32) * left);
    [gfns[left - 1], gfns[chosen]] = [gfns[chosen]!, gfns[left - 1]!];
  }
  return gfns;
}
