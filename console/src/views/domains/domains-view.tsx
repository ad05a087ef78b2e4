/** To be. */

export function DomainsView() {
  return <h1>Domains</h1>;
}
