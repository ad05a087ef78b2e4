import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  FIELDS,
  TAKES,
  bodyOf,
  type FieldName,
  type Kind,
} from '../../../../console/src/views/guest-access/access-fields.js';
import { api } from '../../../support/api.js';

const EXAMPLES = Object.fromEntries(
  Object.entries(FIELDS).map(([name, { example }]) => [name, example]),
) as Record<FieldName, string>;

describe('bodyOf', () => {
  it('sends numbers as numbers, and leaves out what was not filled in', () => {
    const typed = { gpa: ' 0x1000 ', size: '4', data: '' };

    expect(bodyOf('write', 1, typed)).toEqual({ kind: 'write', vcpu: 1, gpa: '0x1000', size: 4 });
  });

  it('names the field that is nothing of the sort', () => {
    expect(() => bodyOf('in', 0, { port: 'com1' })).toThrow('Port: com1 is no whole number');
    expect(() => bodyOf('insn', 0, { regs: '{' })).toThrow(/^Registers: /);
  });
});

describe('TAKES', () => {
  it('has every kind of the OpenAPI document', () => {
    const document = JSON.parse(readFileSync('openapi/openapi.json', 'utf8'));
    const access = document.paths['/domains/{domid}/guest-access'].post.requestBody;
    const kinds = access.content['application/json'].schema.properties.kind.enum;

    expect(Object.keys(TAKES).sort()).toEqual([...kinds].sort());
  });

  it.each(Object.keys(TAKES) as Kind[])('has what a service takes for %s', async (kind) => {
    const { createDomain, post } = await api();
    await createDomain({ vcpus: 1 });
    const inTheBackground = { prefer: 'respond-async' };
    const { status, body } = await post(
      '/domains/1/guest-access',
      bodyOf(kind, 0, EXAMPLES),
      inTheBackground,
    );

    expect([status, body.detail]).toEqual([200, undefined]);
  });
});
