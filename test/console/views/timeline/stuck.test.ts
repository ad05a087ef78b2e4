import { describe, expect, it } from 'vitest';
import { whyStuck, type Server } from '../../../../console/src/views/timeline/stuck.js';
import { TimelineModel } from '../../../../console/src/views/timeline/timeline-model.js';
import { delivered, sent } from './records.js';

const server = (fields: Partial<Server> = {}) =>
  ({ id: 0, enabled: true, pending: [0], ...fields }) as Server;

const request = (...more: Parameters<TimelineModel['add']>[0]) => {
  const model = new TimelineModel(1);
  model.add([sent(1, 1), ...more]);
  return model.requests[0]!;
};

describe('whyStuck', () => {
  // prettier-ignore
  it.each([
    ['is gone',                           []],
    ['is disabled',                       [server({ enabled: false })]],
    ['without a record',                  [server({ pending: [] })]],
    ['no device model has asked for it',  [server()]],
  ])('says that %s', (words, servers) => {
    expect(whyStuck(request(), servers)).toContain(words);
  });

  it('says that a device model keeps it', () => {
    expect(whyStuck(request(delivered(2, 1)), [server()])).toContain('has not answered');
  });
});
