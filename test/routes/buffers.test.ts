import { describe, expect, it } from 'vitest';
import {
  NO_BUFFERS,
  buffersAt,
  buffersOf,
  refuseRest,
  viewOf,
  wordAt,
} from '../../src/routes/buffers.js';
import { BAD, buffers, type Sent } from '../support/buffers.js';

const body = (...all: readonly Sent[]) => viewOf(buffers(...all));
const bytesOf = (view: DataView | undefined) =>
  view && [...new Uint8Array(view.buffer, view.byteOffset, view.byteLength)];

describe('buffersOf', () => {
  it('is the buffers of a body, undefined for a bad pointer', () => {
    const { nr, all, end } = buffersOf(body(new Uint8Array([1, 2, 3]), BAD));

    expect([nr, all.map(bytesOf), end]).toEqual([2, [[1, 2, 3], undefined], 15]);
  });

  it('is of the body itself', () => {
    const bytes = buffers(new Uint8Array([1]));
    buffersOf(viewOf(bytes)).all[0]?.setUint8(0, 9);

    expect(bytes.at(-1)).toBe(9);
  });

  it('is none of no body', () => {
    expect(buffersOf(new DataView(new ArrayBuffer(0)))).toBe(NO_BUFFERS);
  });

  it('does not look for more than Xen takes', () => {
    const many = viewOf(Buffer.from([0xff, 0xff, 0xff, 0xff]));

    expect(buffersOf(many)).toMatchObject({ nr: 0xffff_ffff, all: [] });
    expect(buffersOf(body(new Uint8Array(1), new Uint8Array(1), new Uint8Array(1))).nr).toBe(3);
  });

  it.each([
    ['the count is cut', [1, 0, 0], 'the body ends before the word at 0 does'],
    ['a buffer lacks', [2, 0, 0, 0, 0, 0, 0, 0], 'the body ends before the word at 8 does'],
    [
      'a buffer is cut',
      [1, 0, 0, 0, 2, 0, 0, 0, 7],
      'a buffer of 2 bytes at 8 ends beyond the body',
    ],
    ['something is left', [0, 0, 0, 0, 7], '1 bytes are left at 4'],
  ])('refuses a body where %s', (_, bytes, detail) => {
    expect(() => buffersOf(viewOf(Buffer.from(bytes)))).toThrow(detail);
  });
});

describe('buffersAt', () => {
  it('begins where it is told to, and tells where it ends', () => {
    const whole = viewOf(Buffer.concat([Buffer.from([9, 9]), buffers(new Uint8Array([5]))]));

    expect(buffersAt(whole, 2)).toMatchObject({ nr: 1, end: 11 });
    expect(() => refuseRest(whole, 11)).not.toThrow();
    expect(wordAt(whole, 2)).toBe(1);
  });
});
