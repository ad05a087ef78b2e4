import { writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { cliService } from '../../support/cli-service.js';

describe('fakexen domain', () => {
  const service = cliService();

  it('is created, listed, shown and destroyed', async () => {
    const created = await service.run(['domain', 'create', '--name', 'one', '--memory-mib', '1']);
    expect(created.out).toMatch(/^domid +1$/m);

    const { out } = await service.run(['domain', 'list']);
    expect(out.split('\n')[1]).toMatch(/^1 +one +4\.17 +1 +\d+ +0 +running$/);
    const shown = await service.run(['domain', 'show', '1', '--json']);
    expect(JSON.parse(shown.out)).toMatchObject({ domid: 1, name: 'one' });

    expect(await service.run(['domain', 'destroy', '1'])).toMatchObject({ status: 0 });
    expect(await service.run(['domain', 'show', '1'])).toEqual({
      status: 1,
      out: '',
      err: 'fakexen: ESRCH: there is no domain 1\n',
    });
  });

  it('is built as a toolstack does it', async () => {
    const like = (what: string) =>
      service.run(['domain', 'create', '--like', what, '--memory-mib', '8', '--json']);

    expect(JSON.parse((await like('xl')).out)).toMatchObject({ max_mapped_gfn: '0xfefff' });
    expect(await like('virsh')).toMatchObject({ status: 2 });
  });

  it('takes a file, and what is said beside it before that', async () => {
    const file = join(tmpdir(), `domain-${process.pid}.yaml`);
    writeFileSync(file, 'name: in-file\nmemory_mib: 1\nvcpus: 2\n');

    const { out } = await service.run([
      'domain',
      'create',
      '--file',
      file,
      '--name',
      'said',
      '--json',
    ]);
    expect(JSON.parse(out)).toMatchObject({ name: 'said', vcpus: 2 });
  });
});
