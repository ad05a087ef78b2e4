import { describe, expect, it } from 'vitest';
import { JSON_FORM, jsonPieces } from '../../../src/routes/snapshot/json-form.js';

const documentWith = (nr: number, name = 'x') => ({
  format: 'f',
  version: 1,
  host: {
    machine: {
      free: [],
      pages: Array.from({ length: nr }, (_, mfn) => ({
        mfn,
        data: JSON_FORM.write(Uint8Array.of(mfn)),
      })),
    },
    name,
  },
  served: {},
});

describe('jsonPieces', () => {
  it.each([0, 1, 64, 65, 200])(
    'gives %i pages piece by piece, and the document as a whole',
    (nr) => {
      const document = documentWith(nr);
      const pieces = [...jsonPieces(document)];

      expect(pieces.join('')).toBe(JSON.stringify(document));
      expect(pieces).toHaveLength(2 + Math.ceil(nr / 64));
    },
  );

  it('is not led astray by a name', () => {
    const document = documentWith(1, '"pages":"@"');

    expect([...jsonPieces(document)].join('')).toBe(JSON.stringify(document));
  });
});

describe('JSON_FORM', () => {
  it('is base64 of the bytes as they were when they were written', () => {
    const bytes = Uint8Array.of(0x2a, 0, 1);
    const data = JSON_FORM.write(bytes);
    bytes[0] = 0;

    expect(JSON.stringify(data)).toBe('"KgAB"');
    expect(JSON_FORM.read('KgAB')).toEqual(Uint8Array.of(0x2a, 0, 1));
  });

  it.each(['*', 'A', 'AAA', 'AA=A', 5, null])('refuses %j', (data) => {
    expect(JSON_FORM.read(data)).toBeUndefined();
  });
});
