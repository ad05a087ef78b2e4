/** To be. */

export function GuestAccessView() {
  return <h1>GuestAccess</h1>;
}
