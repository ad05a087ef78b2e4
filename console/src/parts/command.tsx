/** A command that a reader may want to type himself. */

interface Props {
  readonly title: string;
  /** Undefined: there is none. */
  readonly line: string | undefined;
}

export function Command({ title, line }: Props) {
  if (line === undefined) return null;
  return (
    <>
      <h3>{title}</h3>
      <pre tabIndex={0}>{line}</pre>
      <button type="button" onClick={() => void navigator.clipboard.writeText(line)}>
        Copy
      </button>
    </>
  );
}
