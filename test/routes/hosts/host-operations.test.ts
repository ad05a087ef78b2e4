import { describe, expect, it } from 'vitest';
import * as operations from '../../../src/routes/hosts/host-operations.js';
import { api } from '../../support/api.js';

const { PUT_HOST } = operations;

describe('the operations of hosts', () => {
  it('are told apart by their ids', () => {
    const ids = Object.values(operations).map((operation) => (operation as any).operationId);

    expect(ids.sort()).toEqual(['deleteHost', 'getHost', 'listHosts', 'loadHost', 'putHost']);
  });

  it('say by example what makes a host', async () => {
    const [example] = (PUT_HOST as any).body.examples;
    const { put } = await api();

    expect((await put('/hosts/ci-7', example)).body).toMatchObject(example);
  });
});
