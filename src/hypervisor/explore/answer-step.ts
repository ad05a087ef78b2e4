/** A device model as a step: it waits for a server's next request, and answers it. */

import type { Domain } from '../domain.js';
import type { IoreqServer } from '../ioreq/ioreq-server.js';
import type { PendingRequest } from '../ioreq/requests.js';
import type { Task } from '../schedule/task.js';
import type { Step, StepPoint } from './program.js';
import { ofEveryVcpu, PART, VCPU_PART } from './parts.js';

export interface AnswerRequest {
  readonly ioservid: number;
  /** What a read gives. */
  readonly data?: bigint | undefined;
}

export class AnswerStep implements Step {
  readonly begins = 'device_model';
  readonly writesUnseen = false;
  readonly dependsOnUnseen = false;
  readonly panicked = false;
  readonly #domain: Domain;
  readonly #request: AnswerRequest;
  readonly #describe: (answered: PendingRequest) => unknown;

  constructor(
    domain: Domain,
    request: AnswerRequest,
    describe: (answered: PendingRequest) => unknown,
  ) {
    this.#domain = domain;
    this.#request = request;
    this.#describe = describe;
  }

  isReady(): boolean {
    return this.#next() !== undefined;
  }

  // eslint-disable-next-line require-yield -- it is a task only to look like its neighbours
  *task(): Task<unknown> {
    const next = this.#next();
    if (next === undefined) throw new Error('there is nothing to answer');
    const { server, pending } = next;
    server.take(pending.vcpu);
    server.complete(pending.vcpu, { data: this.#request.data });
    return this.#describe(pending);
  }

  unfinished(): unknown {
    return { outcome: 'blocked' };
  }

  reads(_from: StepPoint): number {
    return PART.servers | PART.queue | PART.run | ofEveryVcpu(VCPU_PART.slot);
  }

  #next(): { server: IoreqServer; pending: PendingRequest } | undefined {
    const server = this.#domain.ioreqServers.find(this.#request.ioservid);
    const pending = server?.pendingRequests()[0];
    return server && pending && { server, pending };
  }
}
