/** The tour as a table: what is told, what is called, what has to come of it, and what is looked at meanwhile. */

export interface TourTable {
  /** What is said before it begins, by paragraphs. */
  readonly invitation: readonly string[];
  /** What is said when the service answers otherwise than a step says. */
  readonly otherwise: string;
  readonly steps: readonly TourStep[];
}

export interface TourStep {
  readonly title: string;
  /** A sentence or two. */
  readonly says: string;
  readonly calls: readonly TourCall[];
  /** The stretches of gfns whose pages are drawn; empty: none. */
  readonly stretches: readonly Stretch[];
  /** The page that the map is opened at. */
  readonly gfn?: string;
  /** What the explorer is asked, instead of calls on the host. */
  readonly race?: Race;
}

export interface TourCall {
  /** Method and path below the host. */
  readonly call: string;
  readonly body?: object;
  /** The caller does not wait until the guest's access is over. */
  readonly async?: true;
  /** What has to come of it: HTTP's status, and what the answer must hold; it may hold more. */
  readonly status: number;
  readonly answer: object;
}

export interface Stretch {
  readonly first_gfn: number;
  readonly nr: number;
}

export interface Race {
  /** A program of examples/explore. */
  readonly example: string;
  /** Every invariant that some schedule violates. */
  readonly violates: readonly string[];
  /** The exits of vcpu0 in the schedule that is drawn, and how its access ends there. */
  readonly exits: readonly string[];
  readonly outcome: string;
  /** That schedule is not a witness from this program, but from another's race, with a few moves behind it. */
  readonly like?: { readonly race: Race; readonly then: readonly string[] };
}
