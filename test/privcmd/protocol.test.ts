import { describe, expect, it } from 'vitest';
import { answerBytes, firstRequest, operationName } from '../../src/privcmd/protocol.js';

describe('the messages', () => {
  const bytes = Buffer.from('0a0000000100f07f2a2b', 'hex');

  it('are told apart by their length', () => {
    expect(firstRequest(Buffer.concat([bytes, bytes]))).toEqual({
      request: { operation: 1, domid: 0x7ff0, body: Buffer.from('2a2b', 'hex') },
      rest: bytes,
    });
    expect(firstRequest(bytes.subarray(0, 7))).toBeUndefined();
    expect(firstRequest(bytes.subarray(0, 9))).toBeUndefined();
    expect(() => firstRequest(Buffer.alloc(8))).toThrow(RangeError);
    expect(() => firstRequest(Buffer.alloc(8, 0xff))).toThrow(RangeError);
  });

  it('have names', () => {
    expect([1, 99].map(operationName)).toEqual(['dm_op', '99']);
  });

  it('are answered by a result and a body', () => {
    expect(answerBytes({ result: -22 }).toString('hex')).toBe('08000000eaffffff');
    expect(answerBytes({ result: 0, body: Buffer.of(7) }).toString('hex')).toBe(
      '090000000000000007',
    );
  });
});
