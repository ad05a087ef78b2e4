import { describe, expect, it } from 'vitest';
import { XENSTORE } from '../../../src/routes/snapshot/xenstore-state.js';
import { permissionsOf } from '../../../src/xenstore/permissions.js';
import { Xenstore } from '../../../src/xenstore/xenstore.js';
import { again, refusal, written } from '../../support/written.js';

function busy() {
  const store = new Xenstore();
  store.write('/local/domain/1/b', 'zwei\0', permissionsOf(['n1', 'r0']));
  store.write('/local/domain/1/a', '');
  return store;
}

describe('a store in a snapshot', () => {
  it('has its nodes, their values, permissions and order', () => {
    const store = busy();
    const other = again(XENSTORE, store);

    expect(written(XENSTORE, other)).toEqual(written(XENSTORE, store));
    expect(other.get('/local/domain/1')?.children).toEqual(['b', 'a']);
    expect(other.get('/local/domain/1/b')?.permissions).toEqual(permissionsOf(['n1', 'r0']));
  });

  it('may have lost what every store has from the start', () => {
    const store = busy();
    store.set('/tool', undefined);
    const root = store.get('/');
    if (root === undefined) throw new Error('there is no root');
    store.set('/', { ...root, children: root.children.filter((name) => name !== 'tool') });

    expect(again(XENSTORE, store).get('/tool/xenstored')).toBeUndefined();
  });

  const nodes = written(XENSTORE, busy()) as object[];
  // prettier-ignore
  it.each([
    ['a node out of nowhere',   [...nodes, { ...nodes[0], path: '/x/y', children: [] }],      /^\/\d+\/path must be a child of another node/],
    ['a child that lacks',      [{ ...nodes[0], children: ['x'] }],                           /must hold each child that is named/],
    ['a permission of no sort', [{ ...nodes[0], permissions: ['q1'] }, ...nodes.slice(1)],    /^\/0\/permissions must be permissions: q1/],
  ])('refuses %s', (_, wrong, said) => {
    expect(refusal(XENSTORE, wrong)).toMatch(said);
  });
});
