import { describe, expect, it } from 'vitest';
import { inWords } from '../../src/xenstore/permissions.js';
import { pathsOf, writeEntries } from '../../src/xenstore/toolstack-entries.js';
import { Xenstore } from '../../src/xenstore/xenstore.js';

describe('what a toolstack writes', () => {
  const store = new Xenstore();
  writeEntries(store, {
    domid: 1,
    name: 'hvm1',
    vcpus: 1,
    memory: 81920,
    storePort: 1,
    storeGfn: 0xfeffc,
    consolePort: 2,
    consoleGfn: 0xfefff,
  });
  const value = (path: string) => Buffer.from(store.get(path)?.value ?? 'none').toString();

  it.each([
    ['/local/domain/1/name', 'hvm1'],
    ['/local/domain/1/memory/static-max', '98304'],
    ['/local/domain/1/memory/target', '81920'],
    ['/local/domain/1/store/ring-ref', '1044476'],
    ['/local/domain/1/console/port', '2'],
    ['/local/domain/1/console/backend', '/local/domain/0/backend/console/1/0'],
    ['/local/domain/1/cpu/0/availability', 'online'],
    ['/local/domain/0/backend/console/1/0/protocol', 'vt100'],
    ['/local/domain/0/backend/vkbd/1/0/frontend', '/local/domain/1/device/vkbd/0'],
    ['/libxl/1/dm-version', 'qemu_xen'],
    ['/local/domain/0/device-model/1', ''],
  ])('%s is %j, as libxl was recorded to write it', (path, said) => {
    expect(value(path)).toBe(said);
  });

  it.each([
    ['/local/domain/1', ['n0', 'r1']],
    ['/local/domain/1/data', ['n1']],
    ['/local/domain/1/device/vkbd/0/state', ['n1', 'r0']],
    ['/local/domain/0/backend/vkbd/1/0', ['n0', 'r1']],
    ['/local/domain/1/console/port', ['n0', 'r1']],
  ])('%s is for %j', (path, permissions) => {
    const node = store.get(path);
    expect(node && inWords(node.permissions)).toEqual(permissions);
  });

  it('goes with the domain', () => {
    expect(pathsOf(1)).toContain('/local/domain/0/device-model/1');
    expect(pathsOf(1)).toContain('/libxl/1');
  });
});
