/** A call that only the replayer needs has failed: the step cannot be carried out. */
export class Refused extends Error {}
