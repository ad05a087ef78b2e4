import { describe, expect, it } from 'vitest';
import { HYPERCALL_FORMS } from '../../../src/routes/forms/hypercall-forms.js';
import { api, verdictOf } from '../../support/api.js';

const documented = async () => {
  const { app } = await api();
  const { paths } = app.swagger() as unknown as {
    paths: Record<string, { post?: Record<string, unknown> }>;
  };
  return (path: string) => paths[`/domains/{domid}/${path}`]?.post;
};

describe('hypercallRoutes', () => {
  it('has an operation for every form of every call, with its number', async () => {
    const at = await documented();

    for (const era of ['hvmop', 'dmop'] as const)
      for (const { call, number } of HYPERCALL_FORMS[era])
        expect(at(`${era}/${call.name}`)).toMatchObject({
          operationId: `${era.toUpperCase()}_${call.name}`,
          [`x-xen-${era}`]: number,
          tags: [era],
        });
  });

  it('has an operation of its own for map_mem_type', async () => {
    const at = await documented();

    expect(at('hvmop/map_mem_type')).toMatchObject({ operationId: 'HVMOP_map_mem_type' });
    expect(at('dmop/map_mem_type')).toMatchObject({ operationId: 'DMOP_map_mem_type' });
  });

  it('takes the caller from a header, dom0 without it', async () => {
    const { post, createDomain } = await api();
    await createDomain();
    await createDomain({ target: 1 });
    const create = (caller?: string) =>
      post(
        '/domains/1/dmop/create_ioreq_server',
        { handle_bufioreq: 0 },
        caller === undefined ? {} : { 'xen-caller-domid': caller },
      );

    expect((await create()).body).toEqual({ rc: 0, id: 0 });
    expect((await create('2')).body).toEqual({ rc: 0, id: 1 });
    expect(verdictOf(await create('1'))).toBe('EPERM');
    expect(verdictOf(await create('3'))).toBe('ESRCH');
    expect((await create('dom0')).status).toBe(400);
  });

  it('refuses operations that we do not have as Xen those that it does not have', async () => {
    const { post, createDomain } = await api();
    await createDomain();
    const unknown = (path: string, caller = '0') => post(path, {}, { 'xen-caller-domid': caller });

    expect(verdictOf(await unknown('/domains/9/hvmop/nothing'))).toBe('ENOSYS');
    expect(verdictOf(await unknown('/domains/1/dmop/nothing'))).toBe('EOPNOTSUPP');
    expect(verdictOf(await unknown('/domains/9/dmop/nothing'))).toBe('ESRCH');
    expect(verdictOf(await unknown('/domains/1/dmop/nothing', '1'))).toBe('EPERM');
  });
});
