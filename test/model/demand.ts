/** An expectation that costs nothing while it holds: there are millions of them. */
export function demand(found: unknown, expected: unknown, what: string): void {
  if (found !== expected) throw new Error(`${what}: ${String(found)}, not ${String(expected)}`);
}
