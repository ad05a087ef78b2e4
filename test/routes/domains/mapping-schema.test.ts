import { describe, expect, it } from 'vitest';
import * as schemas from '../../../src/routes/domains/mapping-schema.js';

describe('what OpenAPI is told of mappings', () => {
  it('names each operation, and what a mapping is of', () => {
    const { MAP, LIST, READ, WRITE, UNMAP, mapBody } = schemas;
    const ids = [MAP, LIST, READ, WRITE, UNMAP].map(({ operationId }) => operationId);

    expect(ids).toEqual([
      'mapForeign',
      'listMappings',
      'readMapping',
      'writeMapping',
      'unmapForeign',
    ]);
    expect(mapBody.decode({ ioservid: 1 })).toMatchObject({ ioservid: 1, frame: 1, nr: 1 });
  });
});
