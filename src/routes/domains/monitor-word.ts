/** What a monitor is told and answers, as JSON says it. */

import { GUEST_REQUESTS, gfn as toGfn, type MonitorEvent } from '../../hypervisor/index.js';
import { array, bool, integer, name } from '../wire/json-words.js';
import { struct } from '../wire/struct.js';
import { gfn, hex53, u16 } from '../wire/wire.js';
import { optional } from '../wire/word.js';

const MOST_AT_ONCE = 1024;
const LONGEST_WAIT_MS = 600_000;
const seq = integer(1, Number.MAX_SAFE_INTEGER, 'Which event, counted from 1.');

const TRIED = ['read', 'write', 'fetch'] as const;

export const monitorBody = struct({
  access_required: optional(
    bool('A restriction that nobody watches over crashes the domain, instead of being lifted.'),
    false,
  ),
  guest_requests: optional(
    name(
      GUEST_REQUESTS,
      'Whether events that the guest asks for are told, and its vcpu waits then.',
    ),
    'off',
  ),
});

export const monitorAnswer = struct({
  enabled: bool('Somebody watches.'),
  guest_requests: optional(name(GUEST_REQUESTS, 'Whether he hears what the guest asks for.')),
  access_required: bool('What nobody watches over crashes the domain.'),
  pending: integer(0, Number.MAX_SAFE_INTEGER, 'Events that nobody has taken.'),
});

const resumed = struct({ vcpu: u16('Whose.'), seq: optional(seq) });

const event = struct({
  seq,
  reason: name(['mem_access', 'guest_request'], 'What it is about.'),
  vcpu: u16('Whose access it was.'),
  vcpu_paused: bool('It waits until it is resumed.'),
  gfn: optional(gfn('The page, of an access.')),
  offset: optional(integer(0, 4095, 'Within the page.')),
  gla: optional(hex53('The linear address, if hardware told it.')),
  tried: optional(array(name(TRIED, 'What.'), 'What the guest tried; a write is a read too.')),
  fault: optional(
    name(
      ['with_gla', 'in_gpt', 'unknown'],
      'On the access itself, or on a guest page table on the way to it.',
    ),
  ),
});

export const exchangeBody = struct({
  resume: optional(array(resumed, 'Vcpus that may go on.'), []),
  max: optional(integer(1, MOST_AT_ONCE, 'How many events are wanted at most.'), 16),
  wait_ms: optional(integer(0, LONGEST_WAIT_MS, 'How long to wait for one.'), 0),
});

export const exchangeAnswer = struct({
  events: array(event, 'What has happened, the oldest first.'),
  stale: array(resumed, 'What was to be resumed and did not wait, or not for that.'),
});

export function describeEvent({ seq, vcpu, isPaused, access }: MonitorEvent) {
  const what = { seq, vcpu, vcpu_paused: isPaused };
  if (access === undefined) return { ...what, reason: 'guest_request' as const };
  const { gfn, offset, gla, fault } = access;
  const tried = TRIED.filter((way) => access[way]);
  return { ...what, reason: 'mem_access' as const, gfn: toGfn(gfn), offset, gla, tried, fault };
}
