import { describe, expect, it } from 'vitest';
import {
  NO_BUFFERS,
  buffersAt,
  buffersOf,
  bytesIn,
  refuseRest,
  viewOf,
  wordAt,
  type Bytes,
} from '../../../src/routes/by-number/buffers.js';
import { BAD, buffers, type Sent } from '../../support/buffers.js';

const body = (...all: readonly Sent[]) => viewOf(buffers(...all));
const bytesOf = (view: DataView | undefined) =>
  view && [...new Uint8Array(view.buffer, view.byteOffset, view.byteLength)];
const bytesAt = (bytes: Bytes | undefined) =>
  bytes && [
    ...new Uint8Array(bytes.view.buffer, bytes.view.byteOffset + bytes.at, bytes.byteLength),
  ];

describe('buffersOf', () => {
  it('is the buffers of a body, undefined for a bad pointer', () => {
    const { nr, first, second, end } = buffersOf(body(new Uint8Array([1, 2, 3]), BAD));
    const swapped = buffersOf(body(BAD, new Uint8Array([4, 5])));

    expect([nr, bytesAt(first), second, end]).toEqual([2, [1, 2, 3], undefined, 15]);
    expect([swapped.first, bytesOf(swapped.second)]).toEqual([undefined, [4, 5]]);
  });

  it('is of the body itself', () => {
    const bytes = buffers(new Uint8Array([1]), new Uint8Array([2]));
    const { first, second } = buffersOf(viewOf(bytes));
    first?.view.setUint8(first.at, 8);
    second?.setUint8(0, 9);

    expect([bytes[8], bytes.at(-1)]).toEqual([8, 9]);
  });

  it('is none of no body', () => {
    expect(buffersOf(new DataView(new ArrayBuffer(0)))).toBe(NO_BUFFERS);
  });

  it('does not look for more than Xen takes', () => {
    const many = viewOf(Buffer.from([0xff, 0xff, 0xff, 0xff]));

    expect(buffersOf(many)).toMatchObject({ nr: 0xffff_ffff, first: undefined });
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

describe('bytesIn', () => {
  it('is all that a view has; none of none', () => {
    const view = new DataView(new ArrayBuffer(3));

    expect(bytesIn(view)).toEqual({ view, at: 0, byteLength: 3 });
    expect(bytesIn(undefined)).toBeUndefined();
  });
});
