import { beforeAll, describe, expect, it } from 'vitest';
import { hypercallRows } from '../../src/cli/hypercall-rows.js';
import { hypercalls } from '../../src/routes/hypercalls/index.js';
import { cliService } from '../support/cli-service.js';

describe('a hypercall by name', () => {
  const service = cliService();
  beforeAll(async () => {
    await service.client.createDomain({ memory_mib: 4 });
  });

  it('is there for each definition and alias', () => {
    const names = hypercallRows('hvmop').map(({ name }) => name);

    for (const { name, hvmop } of hypercalls) if (hvmop) expect(names).toContain(name);
    expect(names).toContain('map_mem_type');
  });

  it('has its fields as flags, with dashes or as Xen writes them', async () => {
    const set = ['hvmop', 'set_mem_type', '1', '--hvmmem-type', 'ram_ro', '--nr', '2'];

    expect(await service.run([...set, '--first_pfn', '0x10'])).toMatchObject({ out: 'rc  0\n' });
    const get = await service.run(['hvmop', 'get_mem_type', '1', '--pfn', '17']);
    expect(get.out).toBe('rc        0\nmem_type  ram_ro\n');
  });

  it('takes lists, numbers for names, and JSON', async () => {
    await service.run(['dmop', 'create_ioreq_server', '1', '--handle-bufioreq', '0']);
    const claim = ['dmop', 'map_mem_type_to_ioreq_server', '1', '--id', '0'];

    expect((await service.run([...claim, '--type', '4', '--flags', 'write'])).out).toBe('rc  0\n');
    const rest = [...claim, '--type', 'ioreq_server', '--flags', '0'];
    expect((await service.run([...rest, '--preempt', '{"after_batches":1}'])).status).toBe(0);
  });

  it('names the flag that does not fit', async () => {
    const { status, err } = await service.run(['dmop', 'nr_vcpus', '1', '--caller', '70000']);
    expect({ status, err }).toMatchObject({ status: 2 });

    const wrong = ['dmop', 'set_mem_type', '1', '--nr', 'x', '--first-pfn', '0', '--mem-type'];
    const refused = await service.run([...wrong, 'foo']);
    expect(refused.err).toContain('--nr must be integer');
    expect(refused.err).toContain('--mem-type must be one of "ram_rw"');
    expect(refused.status).toBe(2);
  });

  it('says what Xen says', async () => {
    const walk = ['dmop', 'set_mem_type', '9', '--nr', '1', '--first-pfn', '0', '--mem-type', '0'];

    expect(await service.run(walk)).toEqual({
      status: 1,
      out: '',
      err: 'fakexen: ESRCH: there is no domain 9\n',
    });
  });

  it('tells in its help what each field is, and what it may answer', async () => {
    const { out } = await service.run(['dmop', 'set_mem_type', '--help']);

    expect(out).toMatch(/--first-pfn <NUMBER> +First page of the run\. Needed\./);
    expect(out).toContain('EAGAIN: A page is paged out');
  });
});
