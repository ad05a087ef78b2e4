import { describe, expect, it } from 'vitest';
import type { HostEvent } from '../../../src/hypervisor/events.js';
import { JOURNAL_KINDS } from '../../../src/hypervisor/journal/journal-kinds.js';
import { Journal } from '../../../src/hypervisor/journal/journal.js';
import { noteEvent } from '../../../src/hypervisor/journal/note-event.js';
import { VirtualClock } from '../../../src/hypervisor/virtual-clock.js';

const noted = (event: HostEvent) => {
  const journal = new Journal(new VirtualClock());
  noteEvent(journal, event);
  const record = journal.at(1);
  return record && [JOURNAL_KINDS[record.kind], record.domid, record.numbers[0]];
};

describe('noteEvent', () => {
  it.each<[HostEvent, unknown]>([
    [{ type: 'domain', domid: 1, change: 'paused' }, ['domain', 1, 2]],
    [{ type: 'crash', domid: 1, why: 'of this' }, ['crash', 1, 1]],
    [{ type: 'evtchn', domid: 0, port: 9 }, ['evtchn', 0, 9]],
    [{ type: 'monitor', domid: 3 }, ['monitor', 3, 0]],
    [{ type: 'ioreq', domid: 1, ioservid: 0, vcpu: 0 }, undefined],
  ])('of %j makes %j', (event, record) => {
    expect(noted(event)).toEqual(record);
  });
});
