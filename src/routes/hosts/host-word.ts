/** A host in the words of the API: what is asked of a new one, and what is told of each. */

import { PROFILES, type HostSettings } from '../../hypervisor/index.js';
import type { Hosts } from './hosts.js';
import { array, integer, name, text } from '../wire/json-words.js';
import { SEED } from './seed.js';
import type { ServedHost } from '../world/served-host.js';
import { struct, type StructValue } from '../wire/struct.js';
import { withExample } from '../wire/url-words.js';
import { optional } from '../wire/word.js';

const PAGES_PER_MIB = 256;
/** What Xen keeps of the machine for itself. */
const XEN_MIB = 16;
const MOST_MIB = 2 ** 24;
const LONGEST_LIFE_S = 10 * 365 * 24 * 3600;

const NAME = text('Letters, digits, `.`, `_`, `-`; a letter or digit first.', {
  pattern: '^[A-Za-z0-9][\\w.-]{0,63}$',
});
export const hostParams = struct({ host: withExample(NAME, 'ci-7') });
const PROFILE = name(
  PROFILES.map(({ name }) => name),
  'The Xen that it runs, unless a domain asks for another.',
);
const TTL = integer(1, LONGEST_LIFE_S, 'It goes once nobody has used it for so many seconds.');
const MAX_DOMAINS = integer(0, 0x7ff0, 'Domains that it may have.');
const MEMORY = integer(XEN_MIB + 1, MOST_MIB, 'RAM of the machine in MiB; 16 of them are Xen’s.');
const BACKED = integer(1, 2 ** 32, 'Pages of guest memory that may have contents.');

/** What is asked of a new host. */
export const wantedHost = struct({
  ttl_s: optional(TTL),
  max_domains: optional(MAX_DOMAINS),
  memory_mib: optional(MEMORY),
  backed_pages: optional(BACKED),
  profile: optional(PROFILE),
  seed: optional(SEED),
});

export const describedHost = struct({
  name: NAME,
  ttl_s: optional(TTL),
  domains: integer(0, 0x7ff0, 'Domains that it has.'),
  max_domains: MAX_DOMAINS,
  memory_mib: MEMORY,
  backed_pages: BACKED,
  profile: PROFILE,
});
export const describedHosts = struct({ hosts: array(describedHost, 'By name.') });

/** As the default host is built, but for what is asked; never of more than that. */
export function settingsOf(
  { default: { settings } }: Hosts,
  { memory_mib, backed_pages, profile }: StructValue<typeof wantedHost.fields>,
): HostSettings {
  return {
    ...settings,
    backedPages: Math.min(settings.backedPages, backed_pages ?? settings.backedPages),
    profile: profile ?? settings.profile,
    ...(memory_mib !== undefined && { machineFrames: [[0, memory_mib * PAGES_PER_MIB - 1]] }),
  };
}

export function describeHost({
  name,
  ttlMs,
  limits,
  world,
}: ServedHost): StructValue<typeof describedHost.fields> {
  const { settings, domains } = world.host;
  const frames = settings.machineFrames.reduce((sum, [first, last]) => sum + last - first + 1, 0);
  return {
    name,
    ttl_s: ttlMs === undefined ? undefined : ttlMs / 1000,
    domains: domains.length,
    max_domains: limits.maxDomains,
    memory_mib: Math.floor(frames / PAGES_PER_MIB),
    backed_pages: settings.backedPages,
    profile: settings.profile,
  };
}
