import type { Mfn } from '../../src/hypervisor/abi/frames.js';
import { P2MA, type P2mAccessName } from '../../src/hypervisor/abi/p2m-access.js';
import { P2MT, p2mTypeName, type P2mTypeName } from '../../src/hypervisor/abi/p2m-type.js';
import { DEFAULT_FEATURES, type EptFeatures } from '../../src/hypervisor/p2m/ept-features.js';
import { P2m, type P2mHooks } from '../../src/hypervisor/p2m/p2m.js';
import { frameHasOwner, mfnValid, PAGES } from './ept.js';

const FIRST_FRAME_FOR_POD = 0x90_0000;

/** An empty map, what befell its domain, and how many frames it may still allocate. */
export function newP2m(features: Partial<EptFeatures> = {}, hooks: Partial<P2mHooks> = {}) {
  const crashes: string[] = [];
  const vcpu = { spuriousMisconfig: false };
  const machine = { free: 2 ** 20, next: FIRST_FRAME_FOR_POD };
  const p2m = new P2m(
    PAGES,
    {
      mfnValid,
      frameHasOwner,
      allocateFrames: (order) => {
        const pages = 2 ** order;
        if (machine.free < pages) return undefined;
        const first = Math.ceil(machine.next / pages) * pages;
        machine.next = first + pages;
        machine.free -= pages;
        return first as Mfn;
      },
      crashDomain: (why) => crashes.push(why),
      onResolved: () => (vcpu.spuriousMisconfig = true),
      ...hooks,
    },
    { ...DEFAULT_FEATURES, ...features },
  );
  return { p2m, crashes, vcpu, machine };
}

export interface Run {
  readonly type?: P2mTypeName;
  readonly access?: P2mAccessName;
  readonly mfn?: number;
}

/** Map `2^order` gfns: ram_rw, rwx, frames of 0x100000 plus the gfn unless told otherwise. */
export function set(p2m: P2m, gfn: number, order: number, run: Run = {}) {
  const { type = 'ram_rw', access = 'rwx', mfn = 0x10_0000 + gfn } = run;
  p2m.set(gfn, mfn, order, P2MT[type], P2MA[access]);
}

/** A map that writes down what it tells of its types: first gfn, how many, to, from, access. */
export function tellingP2m() {
  const told: unknown[][] = [];
  const world = newP2m({}, { onTypes: (...change) => told.push(change) });
  return { ...world, told };
}

/** A map of `2^order` gfns of RAM from gfn 0. */
export function mapWithRam(order: number, features: Partial<EptFeatures> = {}) {
  const map = newP2m(features);
  set(map.p2m, 0, order);
  return map;
}

/** The type of a gfn by its name. */
export const typeAt = (p2m: P2m, gfn: number): P2mTypeName => p2mTypeName(p2m.typeOf(gfn));
