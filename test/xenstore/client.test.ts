import { beforeEach, describe, expect, it } from 'vitest';
import { Client } from '../../src/xenstore/client.js';
import { TYPE, bytesOf, firstMessage, textsOf } from '../../src/xenstore/wire.js';
import { Xenstore } from '../../src/xenstore/xenstore.js';

const NAMES = new Map(Object.entries(TYPE).map(([name, type]) => [type as number, name]));

describe('a client of xenstored', () => {
  let store: Xenstore;
  let said: string[];
  let client: Client;

  beforeEach(() => {
    store = new Xenstore();
    said = [];
    client = clientOf(0);
  });

  const clientOf = (domid: number) =>
    new Client(store, domid, (bytes) => {
      const message = firstMessage(bytes)?.message;
      if (message !== undefined)
        said.push(`${NAMES.get(message.type)} ${textsOf(message.payload).join(' ')}`);
    });
  const ask = (type: keyof typeof TYPE, texts: string[], transaction = 0, from = client) => {
    from.receive({ type: TYPE[type], request: 0, transaction, payload: bytesOf(texts) });
    return said.splice(0);
  };
  const write = (path: string, value: string, transaction = 0) => {
    const payload = Buffer.from(`${path}\0${value}`);
    client.receive({ type: TYPE.write, request: 0, transaction, payload });
    return said.splice(0);
  };

  it('reads what it has written, by relative paths below its home', () => {
    expect(write('key', 'value')).toEqual(['write OK']);
    expect(ask('read', ['/local/domain/0/key'])).toEqual(['read value']);
    expect(ask('read', ['nothing'])).toEqual(['error ENOENT']);
    expect(ask('mkdir', ['/d'])).toEqual(['mkdir OK']);
    expect(ask('directory', ['/d'])).toEqual(['directory ']);
    expect(ask('set_perms', ['/d', 'n1', 'r0'])).toEqual(['set_perms OK']);
    expect(ask('get_perms', ['/d'])).toEqual(['get_perms n1 r0']);
    expect(ask('rm', ['/d'])).toEqual(['rm OK']);
  });

  it('hears of a watch at once, behind the answer, and then of what changes, by the name that it gave', () => {
    expect(ask('watch', ['backend', 'tok'])).toEqual(['watch OK', 'watch_event backend tok']);
    expect(ask('watch', ['backend', 'tok'])).toEqual(['error EEXIST']);
    expect(write('backend/vbd', '')).toEqual(['watch_event backend/vbd tok', 'write OK']);
    expect(ask('unwatch', ['backend', 'tok'])).toEqual(['unwatch OK']);
    expect(ask('unwatch', ['backend', 'tok'])).toEqual(['error ENOENT']);
    ask('watch', ['@releaseDomain', 'r']);
    store.changed('@releaseDomain');
    expect(said.splice(0)).toEqual(['watch_event @releaseDomain r']);
    ask('reset_watches', []);
    store.changed('@releaseDomain');
    expect(said).toEqual([]);
  });

  it('changes many nodes at once, or none where somebody has come in between', () => {
    expect(ask('transaction_start', [''])).toEqual(['transaction_start 1']);
    write('/a', '1', 1);
    expect(ask('read', ['/a'])).toEqual(['error ENOENT']);
    expect(ask('transaction_end', ['T'], 1)).toEqual(['transaction_end OK']);
    expect(ask('read', ['/a'])).toEqual(['read 1']);

    ask('transaction_start', ['']);
    ask('read', ['/a'], 2);
    write('/a', '2');
    expect(ask('transaction_end', ['T'], 2)).toEqual(['error EAGAIN']);
    expect(ask('transaction_end', ['T'], 2)).toEqual(['error ENOENT']);
    expect(ask('transaction_end', ['X'], 0)).toEqual(['error EINVAL']);
  });

  it('tells where domains are, and lets dom0 alone bring them in', () => {
    expect(ask('get_domain_path', ['5'])).toEqual(['get_domain_path /local/domain/5']);
    expect(ask('is_domain_introduced', ['5'])).toEqual(['is_domain_introduced F']);
    expect(ask('introduce', ['5', '1', '1'])).toEqual(['introduce OK']);
    expect(ask('release', ['5'], 0, clientOf(5))).toEqual(['error EACCES']);
    expect(ask('control', [])).toEqual(['error ENOSYS']);
    expect(ask('read', ['@x'])).toEqual(['error EINVAL']);
  });

  it('watches nothing any more when it has gone', () => {
    ask('watch', ['/a', 't']);
    client.end();
    store.write('/a', '1');

    expect(said).toEqual([]);
  });
});
