/** What came of a replay, in lines: figures first, then each address that differs, then the device model's own calls beside the recorded ones. */

import type { RecordedProcess } from './recording.js';
import type { Tally } from './tally.js';

export function tallyInWords(tally: Tally): string[] {
  const { served, buffered, unserved, otherwise, registers, strings, differences } = tally;
  return [
    `${served} requests served, ${buffered} buffered, ${unserved} not served`,
    `${registers.equal} of ${registers.read} register reads equal`,
    `${strings.equal} of ${strings.read} string reads equal`,
    ...(otherwise > 0 ? [`${otherwise} requests were made otherwise than recorded`] : []),
    ...[...differences]
      .toSorted(([, a], [, b]) => b - a)
      .map(([where, times]) => `differs ${times} times: ${where}`),
  ];
}

/** The names by which the calls of a replay are counted. */
export function recordedCalls({ records }: RecordedProcess): Map<string, number> {
  const calls = new Map<string, number>();
  for (const record of records) {
    const name =
      record.call === 'dm_op' && record.num > 0
        ? `dm_op ${record.op}`
        : (NAMES[record.call] ?? undefined);
    if (name !== undefined) calls.set(name, (calls.get(name) ?? 0) + 1);
  }
  return calls;
}

const NAMES: Readonly<Record<string, string>> = {
  hypercall: 'hypercall',
  mmapbatch_v2: 'map_gfns',
  mmap_resource: 'map_resource',
  'evtchn.bind_interdomain': 'evtchn',
  'evtchn.notify': 'evtchn',
  'evtchn.unbind': 'evtchn',
};

export function callsInWords(
  made: ReadonlyMap<string, number>,
  recorded: ReadonlyMap<string, number>,
): string[] {
  const names = [...new Set([...recorded.keys(), ...made.keys()])].toSorted();
  return names.map((name) => {
    const [now, then] = [made.get(name) ?? 0, recorded.get(name) ?? 0];
    return `${name}: ${now}, recorded ${then}`;
  });
}
