/** Gfns below a power of two in an order that no cache foresees, the same in every run. */
export function shuffledGfns(count) {
    const gfns = new Int32Array(count);
    let state = 12345;
    for (let index = 0; index < count; index++) {
        state = (Math.imul(state, 1103515245) + 12345) >>> 0;
        gfns[index] = (state >>> 8) % count;
    }
    return gfns;
}
