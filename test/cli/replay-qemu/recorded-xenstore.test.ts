import { expect, it } from 'vitest';
import { seedAsRecorded } from '../../../src/cli/replay-qemu/recorded-xenstore.js';
import { Xenstore } from '../../../src/xenstore/xenstore.js';

it('has what was read before it was written', () => {
  const store = new Xenstore();
  const reply = (path: string, value: string) =>
    ({ call: 'xs', seq: 1, dir: 'reply', type: 'READ', path, value }) as const;
  const records = [
    reply('backend/qdisk/1/768/params', 'aio:/images/disk.img'),
    { call: 'xs', seq: 2, dir: 'request', type: 'WRITE', path: '/own', value: 'x' } as const,
    reply('/own', 'x'),
  ];
  seedAsRecorded(store, { argv: [], records }, '/tmp/d');

  const params = store.get('/local/domain/0/backend/qdisk/1/768/params');
  expect(Buffer.from(params?.value ?? []).toString()).toBe('aio:/tmp/d/images/disk.img');
  expect(store.get('/own')).toBeUndefined();
});
