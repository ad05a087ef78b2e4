import { describe, expect, it } from 'vitest';
import { newIoreq } from '../../../src/hypervisor/abi/ioreq.js';
import {
  BINARY_PROTOCOL,
  JSON_PROTOCOL,
  protocolAmong,
} from '../../../src/routes/device-models/stream-protocols.js';

const ioreq = newIoreq({
  type: 1,
  dir: 1,
  addr: 0xf000_0010,
  data: 0x1122_3344_5566_7788n,
  size: 4,
  vpEport: 7,
  state: 2,
});
const served = {
  ioreqs: [{ vcpu: 3, seq: 9, delivery: 2, ioreq }],
  bufioreqs: [newIoreq({ type: 1, addr: 0xa_0000, data: 5n, size: 1 })],
  stale: [{ vcpu: 4, seq: 2 }],
};
const always = () => true;

describe('fakexen.ioreq.v1', () => {
  it('says what exchange answers', () => {
    const [message, ...more] = JSON_PROTOCOL.say(served);

    expect(more).toEqual([]);
    expect(JSON.parse(String(message))).toMatchObject({
      ioreqs: [{ vcpu: 3, seq: 9, delivery: 2, addr: '0xf0000010', vp_eport: 7 }],
      bufioreqs: [{ addr: '0xa0000', data: '0x5' }],
      stale: [{ vcpu: 4, seq: 2 }],
    });
  });

  it('hears completions', () => {
    const message = Buffer.from('{"completions":[{"vcpu":3,"seq":9,"data":"0x5"},{"vcpu":1}]}');

    expect(JSON_PROTOCOL.hear(message, always)).toEqual([
      { vcpu: 3, seq: 9, data: 5n },
      { vcpu: 1, seq: undefined, data: undefined },
    ]);
  });

  it('does not hear what is no JSON, or does not fit', () => {
    expect(JSON_PROTOCOL.hear(Buffer.from('{'), always)).toBeUndefined();
    expect(JSON_PROTOCOL.hear(Buffer.from('{}'), () => false)).toBeUndefined();
  });
});

describe('fakexen.ioreq.bin.v1', () => {
  it('says one record a message: vcpu, seq, ioreq_t in state READY', () => {
    const [pending, buffered, stale] = BINARY_PROTOCOL.say(served).map((bytes) =>
      Buffer.from(bytes),
    );

    expect([pending!.length, pending!.readUInt32LE(0), pending!.readUInt32LE(4)]).toEqual([
      40, 3, 9,
    ]);
    expect(pending!.readBigUInt64LE(8)).toBe(0xf000_0010n);
    expect(pending!.readUInt32LE(8 + 24)).toBe(7);
    expect([pending![8 + 30], pending![8 + 31]]).toEqual([1 | (1 << 5), 1]);
    expect(buffered!.readUInt32LE(0)).toBe(0xffff_ffff);
    expect([stale!.readUInt32LE(0), stale!.readUInt32LE(4), stale![8 + 30]]).toEqual([4, 2, 0]);
  });

  it('hears the records that it said, one or several a message', () => {
    const record = Buffer.from(BINARY_PROTOCOL.say(served)[0]!);
    const other = Buffer.from(record);
    other.writeUInt32LE(5, 0);
    other.writeBigUInt64LE(1n, 16);

    expect(BINARY_PROTOCOL.hear(Buffer.concat([record, other]), always)).toEqual([
      { vcpu: 3, seq: 9, data: 0x1122_3344_5566_7788n },
      { vcpu: 5, seq: 9, data: 1n },
    ]);
  });

  it.each([0, 39, 41])('does not hear %s bytes', (length) => {
    expect(BINARY_PROTOCOL.hear(Buffer.alloc(length), always)).toBeUndefined();
  });
});

describe('protocolAmong', () => {
  it.each([
    [['fakexen.ioreq.bin.v1'], 'fakexen.ioreq.bin.v1'],
    [['other', 'fakexen.ioreq.v1'], 'fakexen.ioreq.v1'],
    [['other'], undefined],
    [[], undefined],
  ])('of %j is %s', (offered, name) => {
    expect(protocolAmong(offered)?.name).toBe(name);
  });
});
