import { describe, expect, it } from 'vitest';
import { accessAgain, answerTo } from '../../../../console/src/views/timeline/repeat.js';
import { requestLine } from '../../../../console/src/views/timeline/request-line.js';
import { TimelineModel } from '../../../../console/src/views/timeline/timeline-model.js';
import { answered, sent } from './records.js';

const WHERE = { url: 'http://xen/hosts/default', domid: 1 };

const request = (...entries: Parameters<TimelineModel['add']>[0]) => {
  const model = new TimelineModel(1);
  model.add(entries);
  return model.requests[0]!;
};

const bodyOf = (line: string | undefined): unknown => JSON.parse(/-d '(.*)'$/.exec(line!)![1]!);

describe('accessAgain', () => {
  it('is the write of memory, and the read of a port', () => {
    const write = accessAgain(request(sent(1, 1)), WHERE);
    const port = { type: 'pio', dir: 'read', addr: '0x3f8', size: 1, vcpu: 2 };

    expect(write).toContain('http://xen/hosts/default/domains/1/guest-access ');
    expect(bodyOf(write)).toEqual({
      vcpu: 0,
      kind: 'write',
      gpa: '0x1000008',
      size: 4,
      data: '0x2a',
    });
    expect(bodyOf(accessAgain(request(sent(1, 1, port)), WHERE))).toEqual({
      vcpu: 2,
      kind: 'in',
      port: 0x3f8,
      size: 1,
    });
  });

  it('is none of what no single access makes, or is not remembered', () => {
    expect(accessAgain(request(sent(1, 1, { type: 'invalidate' })), WHERE)).toBeUndefined();
    expect(accessAgain(request(answered(1, 1)), WHERE)).toBeUndefined();
  });
});

describe('answerTo', () => {
  it('completes it, with data where something is read', () => {
    const line = answerTo(request(sent(1, 9)), WHERE);

    expect(line).toContain('/domains/1/ioreq-servers/0/exchange ');
    expect(bodyOf(line)).toEqual({ completions: [{ vcpu: 0, seq: 9 }] });
    expect(bodyOf(answerTo(request(sent(1, 9, { dir: 'read' })), WHERE))).toEqual({
      completions: [{ vcpu: 0, seq: 9, data: '0x0' }],
    });
  });

  it('is none once it is answered', () => {
    expect(answerTo(request(sent(1, 1), answered(2, 1)), WHERE)).toBeUndefined();
  });
});

describe('requestLine', () => {
  it('says who asks whom for what', () => {
    expect(requestLine(request(sent(1, 1)))).toBe(
      'vcpu 0 asks ioreq server 0: a 4-byte write of 0x2a at address 0x1000008',
    );
  });
});
