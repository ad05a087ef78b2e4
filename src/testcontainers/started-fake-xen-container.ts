/** A container that runs: where its host is, and clients for it. */

import { AbstractStartedContainer, type StartedTestContainer } from 'testcontainers';
import { connect, type ConnectOptions, type XenHost } from '../client/index.js';

/** Where the image listens, inside. */
export const PORT = 8080;

export class StartedFakeXenContainer extends AbstractStartedContainer {
  readonly #token: string | undefined;

  constructor(started: StartedTestContainer, token: string | undefined) {
    super(started);
    this.#token = token;
  }

  /** As the test reaches it; another one after a restart. */
  get url(): string {
    return `http://${this.getHost()}:${this.getMappedPort(PORT)}`;
  }

  /** Sends the token that the container was given; `host` chooses one of its hosts. */
  getClient(options: ConnectOptions = {}): XenHost {
    return connect(this.url, { token: this.#token, ...options });
  }
}
