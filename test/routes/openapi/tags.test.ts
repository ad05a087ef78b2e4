import { describe, expect, it } from 'vitest';
import { TAGS } from '../../../src/routes/openapi/tags.js';
import { api } from '../../support/api.js';

describe('TAGS', () => {
  it('are the chapters that the operations stand in, none of them empty', async () => {
    const { app } = await api();
    const { paths } = app.swagger() as unknown as {
      paths: Record<string, Record<string, { tags: string[] }>>;
    };
    const used = Object.values(paths).flatMap((operations) =>
      Object.values(operations).flatMap(({ tags }) => tags),
    );

    expect([...new Set(used)]).toEqual(expect.arrayContaining(TAGS.map(({ name }) => name)));
  });
});
