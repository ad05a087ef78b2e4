import { beforeEach, describe, expect, it } from 'vitest';
import {
  makeDirectory,
  readNode,
  removeNode,
  setPermissions,
  writeValue,
} from '../../src/xenstore/operations.js';
import { permissionsOf } from '../../src/xenstore/permissions.js';
import { Xenstore } from '../../src/xenstore/xenstore.js';

const refused = (errno: string): unknown => expect.objectContaining({ errno });
const text = (value: Uint8Array) => Buffer.from(value).toString();

describe('operations', () => {
  let store: Xenstore;
  beforeEach(() => (store = new Xenstore()));

  it('write a value and make what leads to it', () => {
    writeValue(store, 0, '/a/b/c', Buffer.from('one'));

    expect(text(readNode(store, 0, '/a/b/c').value)).toBe('one');
    expect(readNode(store, 0, '/a').children).toEqual(['b']);
    expect(readNode(store, 0, '/').children).toContain('a');
  });

  it('make a directory once', () => {
    makeDirectory(store, 0, '/a');
    writeValue(store, 0, '/a', Buffer.from('kept'));
    makeDirectory(store, 0, '/a');

    expect(text(readNode(store, 0, '/a').value)).toBe('kept');
  });

  it('remove a node with all below, and one that is not there if it could be', () => {
    writeValue(store, 0, '/a/b/c', Buffer.from(''));
    removeNode(store, 0, '/a/b');
    removeNode(store, 0, '/a/b');

    expect(readNode(store, 0, '/a').children).toEqual([]);
    expect(store.get('/a/b/c')).toBeUndefined();
    expect(() => removeNode(store, 0, '/no/where')).toThrow(refused('ENOENT'));
    expect(() => removeNode(store, 0, '/')).toThrow(refused('EINVAL'));
  });

  it('let no one do what the permissions do not', () => {
    writeValue(store, 0, '/secret', Buffer.from('x'));

    expect(() => readNode(store, 1, '/secret')).toThrow(refused('EACCES'));
    expect(() => readNode(store, 1, '/nothing')).toThrow(refused('EACCES'));
    expect(() => readNode(store, 0, '/nothing')).toThrow(refused('ENOENT'));
    expect(() => {
      writeValue(store, 1, '/secret/mine', Buffer.from('x'));
    }).toThrow(refused('EACCES'));
  });

  it('let the owner say who may', () => {
    writeValue(store, 0, '/d', Buffer.from('x'));
    setPermissions(store, 0, '/d', permissionsOf(['n1', 'r2']));

    expect(text(readNode(store, 2, '/d').value)).toBe('x');
    expect(() => {
      setPermissions(store, 2, '/d', permissionsOf(['n2']));
    }).toThrow(refused('EACCES'));
    writeValue(store, 1, '/d/own', Buffer.from('y'));
    expect(store.get('/d/own')?.permissions[0].domid).toBe(1);
  });
});
