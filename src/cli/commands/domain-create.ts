/** `fakexen domain create` */

import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import type { DomainSpec } from '../../client/index.js';
import type { Command } from '../command.js';
import { CONNECTION_OPTIONS, connectionFor } from '../connection.js';
import type { Given } from '../given.js';
import { fields } from '../text/fields.js';
import { UsageError } from '../usage-error.js';

export const domainCreate: Command = {
  about: 'What is not said here may stand in a file: what is said here counts.',
  options: [
    {
      flag: 'file',
      value: 'FILE',
      about: 'the body of a POST /domains, in YAML or JSON',
      isFile: true,
    },
    { flag: 'name', value: 'NAME', about: 'what it is called' },
    { flag: 'domid', value: 'DOMID', about: 'its domid; the next free one if not said' },
    { flag: 'vcpus', value: 'NR', about: 'how many vcpus' },
    { flag: 'memory-mib', value: 'MIB', about: 'how much memory' },
    { flag: 'profile', value: 'NAME', about: 'the Xen that it runs on' },
    {
      flag: 'like',
      value: 'xl',
      about: 'built as libxl builds one for QEMU, ready for -xen-attach',
    },
    { flag: 'shared-memory', about: 'its memory can be mapped by device models under the shim' },
    { flag: 'paused', about: 'does not run yet' },
    ...CONNECTION_OPTIONS,
  ],

  async run(given, terminal) {
    const { xen } = await connectionFor(given, terminal);
    const domain = await xen.createDomain(await specOf(given));
    const value = await domain.describe();
    return { value, text: fields(value) };
  },
};

async function specOf(given: Given): Promise<DomainSpec> {
  const file = given.text('file');
  const said = {
    name: given.text('name'),
    domid: given.number('domid'),
    vcpus: given.number('vcpus'),
    memory_mib: given.number('memory-mib'),
    profile: given.text('profile'),
    toolstack: isLikeXl(given) || undefined,
    shared_memory: given.has('shared-memory') || undefined,
    paused: given.has('paused') || undefined,
  };
  return {
    ...(file !== undefined && (parse(await readFile(file, 'utf8')) as object)),
    ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)),
  };
}

function isLikeXl(given: Given): boolean {
  const like = given.text('like');
  if (like !== undefined && like !== 'xl')
    throw new UsageError(`--like ${like} is not known: it is xl`);
  return like !== undefined;
}
