import { expect, it } from 'vitest';
import { EXAMPLE, EXAMPLE_RESULTS } from '../../../src/routes/calls/multicall-schema.js';
import { api } from '../../support/api.js';

it('has an example that answers as it says', async () => {
  const { post, createDomain } = await api();
  await createDomain({ memory_mib: 8 });

  const { body } = await post('/multicall', EXAMPLE);

  expect(body).toEqual({ results: EXAMPLE_RESULTS });
});
