/**
 * The Unix socket by which shims call: each connection says first what it is for. One for calls belongs to a process,
 * one for event channels is the process's open file itself: 4 bytes each way, a port that has become pending and a port
 * that is to be unmasked.
 */

import type { Socket } from 'node:net';
import { ERRNO } from '../hypervisor/index.js';
import type { Hosts } from '../routes/hosts/hosts.js';
import type { World } from '../routes/world/world.js';
import {
  CONNECTION,
  OPERATION,
  VERSION,
  answerBytes,
  firstRequest,
  type Request,
} from './protocol.js';
import { servedWorldOf } from './served-world.js';
import { Session } from './session.js';

const PORT_BYTES = 4;
const HELLO_BYTES = 12;

export interface Observer {
  /** A connection had to be cut. */
  complain(why: string): void;
  /** A call has come. */
  observe?(request: Request): void;
}

export function serveShim(socket: Socket, hosts: Hosts, observer: Observer): void {
  new Connection(socket, hosts, observer).begin();
}

class Connection {
  readonly #socket: Socket;
  readonly #hosts: Hosts;
  readonly #observer: Observer;
  #bytes: Buffer = Buffer.alloc(0);
  #take: () => boolean = () => this.#takeHello();
  #busy = false;

  constructor(socket: Socket, hosts: Hosts, observer: Observer) {
    this.#socket = socket;
    this.#hosts = hosts;
    this.#observer = observer;
  }

  begin(): void {
    this.#socket.on('data', (bytes) => {
      this.#bytes = this.#bytes.length === 0 ? bytes : Buffer.concat([this.#bytes, bytes]);
      this.#goOn();
    });
    this.#socket.on('error', () => this.#socket.destroy());
  }

  #goOn(): void {
    try {
      while (!this.#busy && !this.#socket.destroyed && this.#take()) continue;
    } catch (error) {
      this.#cut(error);
    }
  }

  #cut(error: unknown): void {
    this.#observer.complain((error as Error).message);
    this.#socket.destroy();
  }

  #next(): Request | undefined {
    const first = firstRequest(this.#bytes);
    if (first !== undefined) this.#bytes = first.rest;
    return first?.request;
  }

  /** `u32 version`, `u32 kind`, `u32 caller`, and the name of the host, nothing for the default one. */
  #takeHello(): boolean {
    const hello = this.#next();
    if (hello === undefined) return false;
    const { operation, body } = hello;
    if (operation !== OPERATION.hello || body.length < HELLO_BYTES)
      throw new RangeError('a connection begins with hello');
    if (body.readUInt32LE(0) !== VERSION) return this.#refuse(ERRNO.EOPNOTSUPP);

    const [kind, caller] = [body.readUInt32LE(4), body.readUInt32LE(8)];
    const name = body.toString('utf8', HELLO_BYTES);
    const world = (name === '' ? this.#hosts.default : this.#hosts.find(name))?.world;
    if (world === undefined) return this.#refuse(ERRNO.ENODEV);
    if (caller !== 0 && world.host.find(caller) === undefined) return this.#refuse(ERRNO.ESRCH);
    const begin = BEGIN[kind];
    if (begin === undefined) return this.#refuse(ERRNO.EINVAL);
    this.#endWith(world);
    begin(this, world, caller);
    return true;
  }

  beginCalls(world: World, caller: number): void {
    const session = new Session(servedWorldOf(world), caller);
    this.#socket.once('close', () => session.end());
    this.#take = () => this.#takeCall(session);
    this.#socket.write(answerBytes({ result: 0 }));
  }

  beginEvtchn(world: World, caller: number): void {
    const served = servedWorldOf(world);
    const { handle, device } = served.open(caller, (port) => this.#socket.write(wordOf(port)));
    this.#socket.once('close', () => served.close(handle));
    this.#take = () => {
      if (this.#bytes.length < PORT_BYTES) return false;
      device.unmask(this.#bytes.readUInt32LE(0));
      this.#bytes = this.#bytes.subarray(PORT_BYTES);
      return true;
    };
    this.#socket.write(answerBytes({ result: handle }));
  }

  #takeCall(session: Session): boolean {
    const request = this.#next();
    if (request === undefined) return false;
    this.#busy = true;
    this.#observer.observe?.(request);
    session.answer(request).then(
      (answer) => {
        this.#busy = false;
        this.#socket.write(answerBytes(answer));
        this.#goOn();
      },
      (error: unknown) => this.#cut(error),
    );
    return true;
  }

  #refuse(errno: number): boolean {
    this.#socket.end(answerBytes({ result: -errno }));
    return false;
  }

  /** The machine goes: what is connected to it is cut off. */
  #endWith({ endings }: World): void {
    const end = () => this.#socket.destroy();
    endings.add(end);
    this.#socket.once('close', () => endings.delete(end));
  }
}

type Begin = (connection: Connection, world: World, caller: number) => void;

const BEGIN: Readonly<Record<number, Begin>> = {
  [CONNECTION.calls]: (connection, ...to) => connection.beginCalls(...to),
  [CONNECTION.evtchn]: (connection, ...to) => connection.beginEvtchn(...to),
};

function wordOf(value: number): Buffer {
  const word = Buffer.alloc(PORT_BYTES);
  word.writeUInt32LE(value);
  return word;
}
