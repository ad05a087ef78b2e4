/** An answer's fields, one a line; what lies deeper stays JSON. */

export function fields(answer: object): string {
  const entries = Object.entries(answer);
  const width = Math.max(0, ...entries.map(([name]) => name.length));
  return entries.map(([name, value]) => `${name.padEnd(width)}  ${inText(value)}`).join('\n');
}

const inText = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value));
