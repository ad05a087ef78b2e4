/** What went wrong, said where it matters and to a screen reader at once. */

export function ProblemLine({ error }: { readonly error: string | undefined }) {
  return (
    <p class="problem" role="alert" hidden={error === undefined}>
      {error}
    </p>
  );
}
