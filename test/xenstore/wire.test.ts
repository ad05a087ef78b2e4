import { describe, expect, it } from 'vitest';
import {
  MAX_PAYLOAD,
  TYPE,
  bytesOf,
  firstMessage,
  fitting,
  messageBytes,
  textsOf,
} from '../../src/xenstore/wire.js';

describe('messages', () => {
  const message = { type: TYPE.read, request: 7, transaction: 2, payload: bytesOf(['/a', 'b']) };

  it('are 16 bytes and what follows them', () => {
    const bytes = messageBytes(message);

    expect(bytes.toString('hex')).toBe('02000000070000000200000005000000' + '2f61006200');
    expect(firstMessage(bytes.subarray(0, 10))).toBeUndefined();
    expect(firstMessage(bytes.subarray(0, 20))).toBeUndefined();
    expect(firstMessage(Buffer.concat([bytes, bytes]))).toEqual({ message, rest: bytes });
    expect(textsOf(message.payload)).toEqual(['/a', 'b']);
  });

  it('are no longer than a page', () => {
    const tooLong = messageBytes({ ...message, payload: Buffer.alloc(MAX_PAYLOAD + 1) });

    expect(() => firstMessage(tooLong)).toThrow(RangeError);
    expect(() => fitting(new Uint8Array(MAX_PAYLOAD + 1))).toThrow(
      expect.objectContaining({ errno: 'E2BIG' }),
    );
    expect(fitting(new Uint8Array(2))).toHaveLength(2);
  });
});
