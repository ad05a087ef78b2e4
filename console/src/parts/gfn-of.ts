/** The page of a guest-physical address, both as the wire writes them. */

const PAGE_SHIFT = 12n;

export const gfnOf = (gpa: string): string => `0x${(BigInt(gpa) >> PAGE_SHIFT).toString(16)}`;
