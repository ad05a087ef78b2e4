import { describe, expect, it } from 'vitest';
import { readNode, writeValue } from '../../src/xenstore/operations.js';
import { Transaction } from '../../src/xenstore/transaction.js';
import { Xenstore } from '../../src/xenstore/xenstore.js';

describe('a transaction', () => {
  it('is seen by nobody until it ends, and its watches are told then', () => {
    const store = new Xenstore();
    const heard: string[] = [];
    store.watch({ path: '/a', hear: (path) => heard.push(path) });
    const transaction = new Transaction(store);
    writeValue(transaction, 0, '/a', Buffer.from('1'));

    expect(readNode(transaction, 0, '/a').value).toEqual(Buffer.from('1'));
    expect([store.get('/a'), heard]).toEqual([undefined, []]);
    expect(transaction.commit()).toBe(true);
    expect([store.get('/a')?.value, heard]).toEqual([Buffer.from('1'), ['/a']]);
  });

  it('comes to nothing if what it has looked at has changed', () => {
    const store = new Xenstore();
    store.write('/a', '0');
    const transaction = new Transaction(store);
    readNode(transaction, 0, '/a');
    writeValue(transaction, 0, '/b', Buffer.from('1'));
    store.write('/a', '1');

    expect(transaction.commit()).toBe(false);
    expect(store.get('/b')).toBeUndefined();
  });
});
