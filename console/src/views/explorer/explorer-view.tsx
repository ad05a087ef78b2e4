/** To be. */

export function ExplorerView() {
  return <h1>Explorer</h1>;
}
