/** A witness as a sequence diagram: a lane for each actor, time runs downwards. */

export interface Note {
  readonly actor: string;
  readonly text: string;
}

const MARGIN = 2;
const WIDEST = 46;

/** For a terminal. */
export function lanes(actors: readonly string[], notes: readonly Note[]): string {
  const width = (actor: string) =>
    Math.min(WIDEST, Math.max(actor.length, ...textsOf(notes, actor).map(({ length }) => length)));
  const columns = actors.map((actor) => ({ actor, width: width(actor) + MARGIN }));
  const row = (cell: (actor: string) => string) =>
    columns
      .map(({ actor, width }) => cell(actor).padEnd(width))
      .join('')
      .trimEnd();

  const head = row((actor) => actor);
  const body = notes.flatMap(({ actor, text }) =>
    wrapped(text, WIDEST).map((line) => row((lane) => (lane === actor ? line : '|'))),
  );
  return [head, ...body].join('\n');
}

/** For Markdown. */
export const mermaid = (actors: readonly string[], notes: readonly Note[]): string =>
  [
    'sequenceDiagram',
    ...actors.map((actor) => `  participant ${actor}`),
    ...notes.map(({ actor, text }) => `  Note over ${actor}: ${text.replaceAll(';', ',')}`),
  ].join('\n');

const textsOf = (notes: readonly Note[], actor: string): string[] =>
  notes.filter((note) => note.actor === actor).map(({ text }) => text);

/** At blanks; what follows the first line is set in. */
function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = ` ${word}`;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
