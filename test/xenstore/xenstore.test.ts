import { describe, expect, it } from 'vitest';
import { permissionsOf } from '../../src/xenstore/permissions.js';
import { Xenstore } from '../../src/xenstore/xenstore.js';

describe('Xenstore', () => {
  it('has what a dom0 has from the start', () => {
    expect(Buffer.from(new Xenstore().get('/local/domain/0/domid')?.value ?? []).toString()).toBe(
      '0',
    );
  });

  it('tells those who watch a node or one above it, and by its own name who watches one that goes', () => {
    const store = new Xenstore();
    const heard: string[] = [];
    const watcher = { path: '/a', hear: (path: string) => heard.push(path) };
    store.watch(watcher);
    store.write('/a/b', 'x', permissionsOf(['n1']));
    store.makeDirectory('/c');
    store.changed('/a/b', true);
    store.changed('@releaseDomain');
    store.unwatch(watcher);
    store.write('/a/b', 'y');

    expect(heard).toEqual(['/a/b']);
    expect(store.get('/a/b')?.permissions).toEqual(permissionsOf(['n1']));
  });
});
