/**
 * One who talks to the store: its transactions and its watches, and what each message does.
 *
 * Source: tools/xenstore/xenstored_core.c, wire_funcs; xenstored_watch.c; docs/misc/xenstore.txt.
 */

import type { Nodes } from './node.js';
import { makeDirectory, readNode, removeNode, setPermissions, writeValue } from './operations.js';
import { absolute, homeOf, isSpecial } from './path.js';
import { inWords, permissionsOf } from './permissions.js';
import { Transaction } from './transaction.js';
import { TYPE, bytesOf, fitting, messageBytes, textsOf, type Message } from './wire.js';
import { XenstoreError } from './xenstore-error.js';
import type { Watcher, Xenstore } from './xenstore.js';

const OK = bytesOf(['OK']);

/** What is asked: the texts of the payload, and the payload itself. */
interface Asked {
  readonly nodes: Nodes;
  readonly path: string;
  readonly texts: readonly string[];
  readonly payload: Buffer;
  readonly transaction: number;
}

type Handler = (client: Client, asked: Asked) => Buffer;

export class Client {
  readonly domid: number;
  readonly store: Xenstore;
  readonly #send: (bytes: Buffer) => void;
  readonly #transactions = new Map<number, Transaction>();
  readonly #watches = new Map<string, Watcher>();
  #lastTransaction = 0;

  constructor(store: Xenstore, domid: number, send: (bytes: Buffer) => void) {
    this.store = store;
    this.domid = domid;
    this.#send = send;
  }

  /** Answers a message; what a watch has to tell comes behind the answer. */
  receive({ type, request, transaction, payload }: Message): void {
    const answer = (type: number, payload: Buffer) =>
      this.#send(messageBytes({ type, request, transaction, payload }));
    try {
      const handler = HANDLERS[type];
      if (handler === undefined) throw new XenstoreError('ENOSYS', `there is no message ${type}`);
      const nodes = transaction === 0 ? this.store : this.#transaction(transaction);
      const texts = textsOf(payload);
      const asked = { nodes, texts, payload, transaction, path: texts[0] ?? '' };
      this.#afterwards = [];
      answer(type, handler(this, asked));
      for (const tell of this.#afterwards.splice(0)) tell();
    } catch (error) {
      if (!(error instanceof XenstoreError)) throw error;
      answer(TYPE.error, bytesOf([error.errno]));
    }
  }

  #afterwards: (() => void)[] = [];

  /** Its connection is gone. */
  end(): void {
    for (const watcher of this.#watches.values()) this.store.unwatch(watcher);
    this.#watches.clear();
    this.#transactions.clear();
  }

  absolute(path: string): string {
    const full = absolute(path, this.domid);
    if (isSpecial(full)) throw new XenstoreError('EINVAL', `${path} can only be watched`);
    return full;
  }

  /** Events name the path as the watch did. The first comes at once. */
  watch(path: string, token: string): void {
    const full = absolute(path, this.domid);
    const name = `${path}\0${token}`;
    if (this.#watches.has(name)) throw new XenstoreError('EEXIST', `${path} is watched already`);
    const told = (changed: string) =>
      full === path ? changed : changed.slice(full.length - path.length);
    const watcher = {
      path: full,
      hear: (changed: string) => this.#tell(told(changed), token),
    };
    this.#watches.set(name, watcher);
    this.store.watch(watcher);
    this.#afterwards.push(() => this.#tell(path, token));
  }

  unwatch(path: string, token: string): void {
    const name = `${path}\0${token}`;
    const watcher = this.#watches.get(name);
    if (watcher === undefined) throw new XenstoreError('ENOENT', `${path} is not watched`);
    this.store.unwatch(watcher);
    this.#watches.delete(name);
  }

  resetWatches(): void {
    for (const watcher of this.#watches.values()) this.store.unwatch(watcher);
    this.#watches.clear();
  }

  startTransaction(): number {
    const id = ++this.#lastTransaction;
    this.#transactions.set(id, new Transaction(this.store));
    return id;
  }

  /** EAGAIN: somebody has come in between. */
  endTransaction(id: number, keeps: boolean): void {
    const transaction = this.#transaction(id);
    this.#transactions.delete(id);
    if (keeps && !transaction.commit())
      throw new XenstoreError('EAGAIN', `what transaction ${id} has looked at has changed`);
  }

  #transaction(id: number): Transaction {
    const transaction = this.#transactions.get(id);
    if (transaction === undefined)
      throw new XenstoreError('ENOENT', `there is no transaction ${id}`);
    return transaction;
  }

  #tell(path: string, token: string): void {
    const payload = bytesOf([path, token]);
    this.#send(messageBytes({ type: TYPE.watch_event, request: 0, transaction: 0, payload }));
  }
}

const HANDLERS: Readonly<Record<number, Handler>> = {
  [TYPE.directory]: (client, { nodes, path }) =>
    fitting(bytesOf(readNode(nodes, client.domid, client.absolute(path)).children)),
  [TYPE.read]: (client, { nodes, path }) =>
    fitting(readNode(nodes, client.domid, client.absolute(path)).value),
  [TYPE.get_perms]: (client, { nodes, path }) =>
    bytesOf(inWords(readNode(nodes, client.domid, client.absolute(path)).permissions)),
  [TYPE.write](client, { nodes, path, payload }) {
    const value = payload.subarray(payload.indexOf(0) + 1);
    writeValue(nodes, client.domid, client.absolute(path), Uint8Array.from(value));
    return OK;
  },
  [TYPE.mkdir](client, { nodes, path }) {
    makeDirectory(nodes, client.domid, client.absolute(path));
    return OK;
  },
  [TYPE.rm](client, { nodes, path }) {
    removeNode(nodes, client.domid, client.absolute(path));
    return OK;
  },
  [TYPE.set_perms](client, { nodes, texts: [path = '', ...permissions] }) {
    const full = client.absolute(path);
    setPermissions(nodes, client.domid, full, permissionsOf(permissions));
    return OK;
  },
  [TYPE.watch](client, { texts: [path = '', token = ''] }) {
    client.watch(path, token);
    return OK;
  },
  [TYPE.unwatch](client, { texts: [path = '', token = ''] }) {
    client.unwatch(path, token);
    return OK;
  },
  [TYPE.reset_watches](client) {
    client.resetWatches();
    return OK;
  },
  [TYPE.transaction_start](client, { transaction }) {
    if (transaction !== 0) throw new XenstoreError('EINVAL', 'a transaction has none in it');
    return bytesOf([String(client.startTransaction())]);
  },
  [TYPE.transaction_end](client, { texts: [how], transaction }) {
    if (how !== 'T' && how !== 'F') throw new XenstoreError('EINVAL', 'it ends with T or F');
    if (transaction === 0) throw new XenstoreError('ENOENT', 'no transaction is named');
    client.endTransaction(transaction, how === 'T');
    return OK;
  },
  [TYPE.get_domain_path]: (_, { path }) => bytesOf([homeOf(Number(path))]),
  [TYPE.introduce]: toolstacks((client) => client.store.changed('@introduceDomain')),
  [TYPE.release]: toolstacks((client) => client.store.changed('@releaseDomain')),
  [TYPE.is_domain_introduced]: (client, { path }) =>
    bytesOf([client.store.get(homeOf(Number(path))) === undefined ? 'F' : 'T']),
  [TYPE.resume]: toolstacks(() => undefined),
  [TYPE.set_target]: toolstacks(() => undefined),
};

/** What only dom0 may ask for. */
function toolstacks(does: (client: Client) => void): Handler {
  return (client) => {
    if (client.domid !== 0) throw new XenstoreError('EACCES', `domain ${client.domid} is not dom0`);
    does(client);
    return OK;
  };
}
