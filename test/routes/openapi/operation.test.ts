import { describe, expect, it } from 'vitest';
import { schemaOf } from '../../../src/routes/openapi/operation.js';
import { struct } from '../../../src/routes/wire/struct.js';
import { u16 } from '../../../src/routes/wire/wire.js';

const word = struct({ domid: u16('The domain.') });

const operation = {
  id: 'doIt',
  tag: 'domains',
  summary: 'Do it',
  description: 'At once.',
  answers: { 200: { description: 'Done.', schema: word.answer, example: { domid: 1 } } },
} as const;

interface Row {
  readonly description: string;
  readonly content: Record<string, { schema: object; examples: Record<string, { value: object }> }>;
}

const rowsOf = (of: Parameters<typeof schemaOf>[0]) => schemaOf(of).response as Record<number, Row>;

describe('schemaOf', () => {
  it('says what the operation is and what it takes', () => {
    const schema = schemaOf({
      ...operation,
      params: word,
      query: word,
      headers: word,
      body: word.schema,
      example: { domid: 1 },
      extensions: { 'x-xen-hvmop': 8 },
    });

    expect(schema).toMatchObject({
      operationId: 'doIt',
      summary: 'Do it',
      description: 'At once.',
      tags: ['domains'],
      'x-xen-hvmop': 8,
      params: { additionalProperties: false },
      querystring: { additionalProperties: false },
      headers: { additionalProperties: true },
      body: { examples: [{ domid: 1 }] },
    });
  });

  it('says what it answers, with an example, and when it answers nothing', () => {
    const rows = rowsOf({
      ...operation,
      answers: { ...operation.answers, 204: { description: 'Gone.' } },
    });

    expect(rows[200]).toMatchObject({ description: 'Done.', examples: [{ domid: 1 }] });
    expect(rows[204]).toEqual({ description: 'Gone.', type: 'null' });
  });

  it('may take and answer either of two media types', () => {
    const types = ['application/octet-stream', 'application/x-ndjson'];
    const bytes = { contentMediaType: 'application/octet-stream', description: 'Bytes.' };
    const { body, response } = schemaOf({
      ...operation,
      body: bytes,
      bodyType: types,
      example: 'AA==',
      answers: { 200: { description: 'Done.', mediaType: types, schema: bytes, example: 'AQ==' } },
    });

    const sent = { schema: { ...bytes, examples: ['AA=='] } };
    const answered = { schema: bytes, example: 'AQ==' };
    expect(body).toEqual({ content: { [types[0]!]: sent, [types[1]!]: sent } });
    expect((response as Record<number, Row>)[200]).toEqual({
      description: 'Done.',
      content: { [types[0]!]: answered, [types[1]!]: answered },
    });
  });

  it('may answer otherwise than in JSON to those that ask for it', () => {
    const lines = { schema: { type: 'string' }, example: '{}' };
    const rows = rowsOf({
      ...operation,
      answers: { 200: { ...operation.answers[200], orAs: { 'application/x-ndjson': lines } } },
    });

    expect(rows[200]!.content).toMatchObject({
      'application/json': { schema: { description: 'Done.', examples: [{ domid: 1 }] } },
      'application/x-ndjson': lines,
    });
  });

  it('has a row for each status, in which every errno gives its reason and shows its body', () => {
    const rows = rowsOf({
      ...operation,
      errnos: { EBUSY: 'It is taken.', EEXIST: 'It is there.', EINVAL: 'It is wrong.' },
      problems: { 'vcpu-busy': 'It is at it.' },
      hazard: 'It would fall.',
    });

    expect(Object.keys(rows)).toEqual(['200', '400', '409', '422']);
    expect(rows[409]!.description.split('\n\n')).toEqual([
      '`EBUSY`: It is taken.',
      '`EEXIST`: It is there.',
      '`vcpu-busy`: It is at it.',
      '`host_panic`: It would fall.',
    ]);
    const { schema, examples } = rows[409]!.content['application/problem+json']!;
    expect(schema).toEqual({ $ref: 'Problem#' });
    expect(examples['EBUSY']!.value).toMatchObject({ errno: 'EBUSY', rc: -16, status: 409 });
    expect(examples['host_panic']!.value).toMatchObject({ type: 'urn:fakexen:hazard:host_panic' });
  });
});
