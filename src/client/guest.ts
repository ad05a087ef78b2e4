/** Be the guest of a domain: what befalls it is an answer, a domain that crashes included. */

import type { Client } from 'openapi-fetch';
import { answerOf } from './answer-of.js';
import type { operations, paths } from './api.js';
import { wireNumber, type Quantity } from './wire-number.js';

export type GuestAccess = operations['accessGuest']['requestBody']['content']['application/json'];
export type GuestAnswer =
  operations['accessGuest']['responses'][200]['content']['application/json'];
export type Registers = NonNullable<GuestAccess['regs']>;
export type ReadModifyWrite = NonNullable<GuestAccess['op']>;

export interface GuestAccessOptions extends Omit<
  GuestAccess,
  'kind' | 'gpa' | 'port' | 'data' | 'op' | 'bytes' | 'regs'
> {
  /** How many seconds to wait for the end of the access; 0 answers `pending` at once. */
  readonly wait?: number;
}

export class Guest {
  readonly #api: Client<paths>;
  readonly #domid: number;

  constructor(api: Client<paths>, domid: number) {
    this.#api = api;
    this.#domid = domid;
  }

  read(gpa: Quantity, options?: GuestAccessOptions): Promise<GuestAnswer> {
    return this.access({ kind: 'read', gpa: wireNumber(gpa), ...options });
  }

  write(gpa: Quantity, data: Quantity, options?: GuestAccessOptions): Promise<GuestAnswer> {
    return this.access({
      kind: 'write',
      gpa: wireNumber(gpa),
      data: wireNumber(data),
      ...options,
    });
  }

  rmw(
    op: ReadModifyWrite,
    gpa: Quantity,
    data: Quantity,
    options?: GuestAccessOptions,
  ): Promise<GuestAnswer> {
    return this.access({
      kind: 'rmw',
      op,
      gpa: wireNumber(gpa),
      data: wireNumber(data),
      ...options,
    });
  }

  in(port: number, options?: GuestAccessOptions): Promise<GuestAnswer> {
    return this.access({ kind: 'in', port, ...options });
  }

  out(port: number, data: Quantity, options?: GuestAccessOptions): Promise<GuestAnswer> {
    return this.access({ kind: 'out', port, data: wireNumber(data), ...options });
  }

  /** Executes machine code, byte by byte in hexadecimal. */
  insn(bytes: string, regs: Registers = {}, options?: GuestAccessOptions): Promise<GuestAnswer> {
    return this.access({ kind: 'insn', bytes, regs, ...options });
  }

  /** Whatever else a guest does. */
  access({ wait, ...body }: GuestAccess & GuestAccessOptions): Promise<GuestAnswer> {
    const header = wait === undefined ? {} : { prefer: preferenceOf(wait) };
    const params = { path: { domid: this.#domid }, header };
    return answerOf(this.#api.POST('/domains/{domid}/guest-access', { params, body }));
  }

  /** How an access stands that was pending, if need be after waiting for its end. */
  accessById(id: number, { wait = 0 }: { readonly wait?: number } = {}): Promise<GuestAnswer> {
    const params = { path: { domid: this.#domid, id }, header: { prefer: `wait=${wait}` } };
    return answerOf(this.#api.GET('/domains/{domid}/guest-access/{id}', { params }));
  }
}

const preferenceOf = (wait: number) => (wait === 0 ? 'respond-async' : `wait=${wait}`);
