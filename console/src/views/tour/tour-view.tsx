/** To be. */

export function TourView() {
  return <h1>Tour</h1>;
}
