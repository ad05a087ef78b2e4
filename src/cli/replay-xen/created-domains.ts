/** Domains that steps create, and destroy. */

import { resultOf, type Call } from './call-result.js';
import { createByConfig } from './domain-config.js';
import { DOM0, NO_SUCH_DOMID } from './domain-names.js';
import { MEMORY } from './layout.js';
import type { RecordedWorld } from './recorded-world.js';

/** What the kinds of domain that a step creates are over HTTP. */
const KINDS = [
  { kind: /^PV/, spec: { type: 'pv' } },
  { kind: /^HVM shadow/, spec: { hap: false, memory: MEMORY } },
] as const;

/** Kinds that are but what the hypercall makes. */
const UNFINISHED = /vcpus not yet allocated, no memory$/;
/** As far as the memory reaches that dom0 has mapped. */
const RAM = [
  { first: 0, nr: 0x800 },
  { first: 0x900, nr: 0x40 },
] as const;

export const CREATED_DOMAINS: Readonly<Record<string, Call>> = {
  domctl_createdomain: async (world, args) => {
    if (args['kind'] === undefined) return createByConfig(world, args);
    const name = args['kind'] as string;
    if (UNFINISHED.test(name)) return createByConfig(world, {});
    const reply = await world.createDomain(KINDS.find((row) => row.kind.test(name))?.spec ?? {});
    const { domid } = reply.answer;
    if (typeof domid === 'number') world.turnTo(name, domid);
    return resultOf(reply);
  },

  domctl_destroydomain: async (world, { domain, why }) => {
    const domid = /emulator/.test(why as string) ? world.emulatorDomid : world.domidOf(domain);
    if (domid === world.domid && !world.isDestroyed) await mapAll(world);
    return resultOf(await world.service.send('POST', `/domains/${domid}/domctl/destroydomain`, {}));
  },

  domctl_set_target: async (world, { why }) => {
    const { caller, target } = targetsOf(world, (why as string | undefined) ?? '');
    const path = `/domains/${caller}/domctl/set_target`;
    return resultOf(await world.service.send('POST', path, { target }));
  },
};

/** Whom a step speaks of that makes a domain the device model of another. */
const TARGETS: readonly (readonly [RegExp, (world: RecordedWorld) => Pair])[] = [
  [/^itself/, ({ domid }) => ({ caller: domid, target: domid })],
  [/^none such/, ({ domid }) => ({ caller: domid, target: NO_SUCH_DOMID })],
  [/^(dom0 as|again, other|after)/, ({ domid }) => ({ caller: domid, target: DOM0 })],
  [/^the other way/, ({ domid, emulatorDomid }) => ({ caller: domid, target: emulatorDomid })],
  [/^caller none/, ({ domid }) => ({ caller: NO_SUCH_DOMID, target: domid })],
];
const usual = ({ domid, emulatorDomid }: RecordedWorld): Pair => ({
  caller: emulatorDomid,
  target: domid,
});

interface Pair {
  readonly caller: number;
  readonly target: number;
}

const targetsOf = (world: RecordedWorld, why: string): Pair =>
  (TARGETS.find(([pattern]) => pattern.test(why))?.[1] ?? usual)(world);

/** Whatever a step does to it, the recorder has had the domain's RAM mapped from the start. */
async function mapAll(world: RecordedWorld): Promise<void> {
  world.isDestroyed = true;
  for (const { first, nr } of RAM) await world.pages.mapGfns('ram', first, nr);
}
