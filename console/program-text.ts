/** A program as text that can be read and edited: JSON, in which what fits a line stands on one. */

const WIDTH = 96;

export function textOf(value: unknown, indent = ''): string {
  const inline = inlined(value);
  if (typeof value !== 'object' || value === null) return inline;
  if (indent !== '' && indent.length + inline.length <= WIDTH) return inline;
  const deeper = `${indent}  `;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const parts = Array.isArray(value)
    ? value.map((part) => textOf(part, deeper))
    : Object.entries(value).map(
        ([name, part]) => `${JSON.stringify(name)}: ${textOf(part, deeper)}`,
      );
  return `${open}\n${parts.map((part) => deeper + part).join(',\n')}\n${indent}${close}`;
}

function inlined(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inlined).join(', ')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const fields = Object.entries(value).map(
    ([name, part]) => `${JSON.stringify(name)}: ${inlined(part)}`,
  );
  return `{ ${fields.join(', ')} }`;
}
