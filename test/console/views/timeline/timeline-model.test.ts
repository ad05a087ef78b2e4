import { describe, expect, it } from 'vitest';
import type { Entry } from '../../../../console/src/live/entry.js';
import { TimelineModel } from '../../../../console/src/views/timeline/timeline-model.js';
import { answered, delivered, record, sent } from './records.js';

const modelOf = (...entries: Entry[]) => {
  const model = new TimelineModel(1);
  model.add(entries);
  return model;
};

describe('TimelineModel', () => {
  it('puts a request together from what is told of it, in however many pieces', () => {
    const model = new TimelineModel(1);
    for (const entry of [sent(1, 1), delivered(2, 1), delivered(3, 1, 2), answered(4, 1)])
      model.add([entry]);

    expect(model.requests).toHaveLength(1);
    expect(model.requests[0]).toMatchObject({
      begin: { seq: 1 },
      delivered: { seq: 2 },
      deliveries: 2,
      completed: { seq: 4 },
    });
    expect(model.waiting).toEqual([]);
  });

  it('tells apart what vcpus and servers have under the same number', () => {
    const model = modelOf(
      sent(1, 1),
      sent(2, 1, { vcpu: 1 }),
      sent(3, 1, { ioservid: 2 }),
      answered(4, 1, { vcpu: 1 }),
    );

    expect(model.waiting.map(({ begin }) => begin.seq)).toEqual([1, 3]);
    expect([...model.vcpus]).toEqual([0, 1]);
    expect([...model.servers]).toEqual([0, 2]);
  });

  it('knows of a request that began before what is remembered that there was one', () => {
    const [request] = modelOf(answered(7, 3)).requests;

    expect(request).toMatchObject({ begin: { seq: 7 }, sent: undefined, completed: { seq: 7 } });
  });

  it('leaves other domains alone, but knows how far the journal is', () => {
    const model = modelOf(sent(1, 1, { domid: 2 }));

    expect(model.requests).toEqual([]);
    expect(model.latest?.seq).toBe(1);
  });

  it('keeps marks beside them', () => {
    const model = modelOf(record('vmexit', 1), record('vmentry', 2), record('hypercall', 3));

    expect(model.marks.map(({ seq }) => seq)).toEqual([1, 3]);
  });

  it('forgets the oldest of very many', () => {
    const model = new TimelineModel(1);
    for (let seq = 0; seq < 100_000; seq += 2) model.add([sent(seq, seq), answered(seq + 1, seq)]);

    expect(model.requests.length).toBeLessThanOrEqual(48_000);
    expect(model.requests.at(-1)?.begin.seq).toBe(99_998);
    expect(model.waiting).toEqual([]);
  });
});
