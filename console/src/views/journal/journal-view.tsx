/** To be. */

export function JournalView() {
  return <h1>Journal</h1>;
}
