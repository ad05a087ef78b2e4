import { describe, expect, it } from 'vitest';
import { binaryForm, binaryPieces, readBinary } from '../../../src/routes/snapshot/binary-form.js';

function written(bytes: Uint8Array) {
  const form = binaryForm();
  const document = { a: form.write(Uint8Array.of(1, 2)), b: form.write(bytes), $bytes: 'name' };
  return Buffer.concat([...binaryPieces(document, form)]);
}

describe('a snapshot in bytes', () => {
  it('has its bytes behind its document, as they were when they were written', () => {
    const bytes = Uint8Array.of(3, 4, 5);
    const form = binaryForm();
    const reference = form.write(bytes);
    bytes[0] = 9;

    expect(form.chunks).toEqual([Uint8Array.of(3, 4, 5)]);
    expect(reference).toEqual({ $bytes: [0, 3] });
  });

  it('is read as it was written', () => {
    const { document, form } = readBinary(written(Uint8Array.of(3)));
    const { a, b, $bytes } = document as { a: unknown; b: unknown; $bytes: unknown };

    expect([form.read(a), form.read(b)].map((read) => [...(read ?? [])])).toEqual([[1, 2], [3]]);
    expect($bytes).toBe('name');
  });

  it('knows what are no bytes of its', () => {
    const { form } = readBinary(written(new Uint8Array()));

    for (const data of ['AAAA', null, 5, { $bytes: [0, 9] }, { $bytes: [-1, 1] }, { $bytes: 1 }])
      expect(form.read(data)).toBeUndefined();
  });

  it.each([
    ['what is something else', Buffer.from('PK\x03\x04 and so on')],
    ['what ends early', written(new Uint8Array()).subarray(0, 12)],
    ['a document that is no JSON', Buffer.from('FXS1\x01\0\0\0{')],
  ])('refuses %s', (_, bytes) => {
    expect(() => readBinary(bytes)).toThrow(
      expect.objectContaining({ problem: expect.objectContaining({ status: 400 }) }),
    );
  });
});
