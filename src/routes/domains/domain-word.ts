/** A domain as JSON says it: what a toolstack asks for, and what has become of it. */

import {
  DOMAIN_TYPES,
  EMULATIONS,
  HVM_PARAM,
  PROFILES,
  shutdownReasonName,
  type Domain,
  type DomainSpec,
  type KnobName,
  type Profile,
} from '../../hypervisor/index.js';
import { struct, type StructValue } from '../wire/struct.js';
import { array, bool, integer, name, record, text } from '../wire/json-words.js';
import { gfn, u16, u32, u64 } from '../wire/wire.js';
import { optional, verbatim } from '../wire/word.js';

const MOST_PAGES = 2 ** 40;
const MOST_MIB = 2 ** 32;

const extent = struct({
  first_gfn: gfn('Its first page.'),
  nr: integer(0, MOST_PAGES, 'How many pages of 4 KiB.'),
  order: optional(
    verbatim<0 | 9 | 18>({
      type: 'integer',
      enum: [0, 9, 18],
      description: 'Size of every mapping: 4 KiB, 2 MiB, 1 GiB; the largest that fit, if not said.',
    }),
  ),
});

const knobValue = verbatim<string | number | boolean>({ type: ['string', 'number', 'boolean'] });

export const domainBody = struct({
  name: optional(text('For people.', { maxLength: 256 })),
  domid: optional(u16('Which domid; the next free one, if not said.')),
  type: optional(name(DOMAIN_TYPES, 'What sort of guest.'), 'hvm'),
  hap: optional(bool('Hardware-assisted paging; a PV domain has none.')),
  vcpus: optional(u32('How many.'), 1),
  memory_mib: optional(
    integer(0, MOST_MIB, 'RAM from gfn 0 on, around the hole below 4 GiB; 64 if not said.'),
  ),
  memory: optional(array(extent, 'RAM exactly so, instead of `memory_mib`.')),
  special_pages: optional(
    bool('Set gfns aside for ioreq pages and leave the VGA window a hole, as a toolstack does.'),
    true,
  ),
  params: optional(
    record(u64('Its value.'), 'HVM parameters.', {
      propertyNames: { enum: Object.keys(HVM_PARAM) },
    }),
  ),
  emulation: optional(name(EMULATIONS, 'A whole PC or the local APIC alone.')),
  max_grant_frames: optional(u32('The largest grant table that it may have; 64 if not said.')),
  shared_memory: optional(
    bool('Keep its frames and ioreq pages in a file that a device model can map; see `--shm-dir`.'),
  ),
  toolstack: optional(
    bool(
      'Build it as libxl does, with the ports, parameters and xenstore entries that a device model such as QEMU looks for; its memory is shared where the host has a place for it.',
    ),
  ),
  target: optional(u16('The domain whose device model this one is.')),
  profile: optional(
    name(
      PROFILES.map(({ name }) => name),
      'Which Xen it runs on.',
    ),
  ),
  knobs: optional(record(knobValue, 'Single differences from the profile: see /profiles.')),
  paused: optional(bool('Leave it paused once, as Xen creates domains.'), false),
});

export const domainSpecOf = (body: StructValue<typeof domainBody.fields>): DomainSpec => ({
  ...body,
  memoryMib: body.memory_mib,
  memory: body.memory?.map(({ first_gfn, nr, order }) => ({ firstGfn: first_gfn, nr, order })),
  specialPages: body.special_pages,
  sharedMemory: body.shared_memory,
  maxGrantFrames: body.max_grant_frames,
});

const shutdown = struct({
  reason: u32('The number given.'),
  name: optional(text('What it means.')),
  complete: bool('No vcpu runs any more.'),
});

export const domainAnswer = struct({
  domid: u16('Its id.'),
  name: optional(text('For people.')),
  type: name(DOMAIN_TYPES, 'What sort of guest.'),
  hap: bool('Hardware-assisted paging.'),
  vcpus: u32('How many.'),
  emulation: name(EMULATIONS, 'What Xen emulates for it.'),
  profile: text('Which Xen it runs on.'),
  knobs: record(knobValue, 'What it was told to do otherwise than its profile.'),
  shared_memory: optional(bool('Its frames are kept in a file that a device model can map.')),
  target: optional(u16('The domain whose device model it is.')),
  pages: integer(0, MOST_PAGES, 'Machine frames that it owns.'),
  max_mapped_gfn: optional(gfn('The highest gfn that was ever mapped.')),
  entry_count: optional(
    integer(0, MOST_PAGES, 'Entries of type `ioreq_server`, as Xen counts them.'),
  ),
  pause_count: u32('Pauses of all kinds.'),
  controller_pause_count: u32("Of these, the toolstack's."),
  shutdown: optional(shutdown),
  ioreq_servers: array(u16('An ioreq server.'), 'In the order in which they are asked.'),
});

export function describeDomain(domain: Domain): Readonly<Record<string, unknown>> {
  const { profile, shutdown } = domain;
  const memory = domain.type === 'pv' ? undefined : domain.memory;
  return domainAnswer.encode({
    domid: domain.domid,
    name: domain.name,
    type: domain.type,
    hap: domain.hap,
    vcpus: domain.vcpus.length,
    emulation: domain.emulation,
    profile: profile.name,
    knobs: turnedKnobs(profile),
    shared_memory: domain.storage === undefined ? undefined : true,
    target: domain.target,
    pages: domain.pages,
    max_mapped_gfn: memory?.p2m.maxMappedGfn,
    entry_count: memory?.p2m.entryCount,
    pause_count: domain.pauseCount,
    controller_pause_count: domain.controllerPauseCount,
    shutdown:
      shutdown.reason === undefined
        ? undefined
        : {
            reason: shutdown.reason,
            name: shutdownReasonName(shutdown.reason),
            complete: shutdown.isComplete,
          },
    ioreq_servers: domain.ioreqServers.inOrder.map(({ id }) => id),
  });
}

/** Where the domain differs from the profile that it names. */
function turnedKnobs({ name, knobs }: Profile): Readonly<Record<string, KnobValue>> {
  const shipped = PROFILES.find((profile) => profile.name === name)?.knobs;
  return Object.fromEntries(
    Object.entries(knobs).filter(([knob, value]) => value !== shipped?.[knob as KnobName]),
  );
}

type KnobValue = Profile['knobs'][KnobName];
