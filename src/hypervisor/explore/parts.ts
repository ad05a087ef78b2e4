/**
 * The parts of a world that are told apart when it is asked whether two moves can be told from each
 * other, as bits: what one writes and the other looks at, they depend on each other for.
 */

/** `rest` is what is not taken down: a hypercall counts as reading and writing it. */
export const PART = {
  map: 1 << 0,
  claim: 1 << 1,
  servers: 1 << 2,
  /** In which order requests have come. */
  queue: 1 << 3,
  run: 1 << 4,
  memory: 1 << 5,
  serversLock: 1 << 6,
  claimLock: 1 << 7,
  p2mLock: 1 << 8,
  rest: 1 << 9,
} as const;

/** The parts that each vcpu has of its own; `ofVcpu` tells whose. */
export const VCPU_PART = {
  run: 1 << 10,
  exit: 1 << 11,
  access: 1 << 12,
  /** Its slot of the pages that device models share, and whether it waits for one. */
  slot: 1 << 13,
} as const;

const PARTS_OF_VCPU = 4;
/** As many are told apart; the last share what is left. */
const VCPUS = 5;

export const NOTHING = 0;
export const PART_COUNT = 10 + PARTS_OF_VCPU * VCPUS;
export const EVERYTHING = (1 << PART_COUNT) - 1;

/** Parts of `VCPU_PART` as those of that vcpu. */
export const ofVcpu = (parts: number, vcpu: number): number =>
  parts << (PARTS_OF_VCPU * Math.min(vcpu, VCPUS - 1));

export const ofEveryVcpu = (parts: number): number => {
  let all = 0;
  for (let vcpu = 0; vcpu < VCPUS; vcpu++) all |= ofVcpu(parts, vcpu);
  return all;
};
