/** The image as a container of Testcontainers (node.testcontainers.org): what it is told, and when it is up. */

import { readFile } from 'node:fs/promises';
import { GenericContainer, Wait } from 'testcontainers';
import { PORT, StartedFakeXenContainer } from './started-fake-xen-container.js';

const SEED = '/tmp/seed.yaml';

export class FakeXenContainer extends GenericContainer {
  #token: string | undefined;
  #seedFile: string | undefined;

  /** The image as it was built or pulled; `fakexen` is what README.md calls it. */
  constructor(image = 'fakexen') {
    super(image);
    this.withExposedPorts(PORT).withWaitStrategy(Wait.forHttp('/readyz', PORT));
  }

  /** Callers must send it; the clients of the started container do. Without one everybody is let in who reaches the port. */
  withToken(token: string): this {
    this.#token = token;
    return this.withEnvironment({ FAKEXEN_TOKEN: token });
  }

  /** A YAML file of the domains to start with, on this side; read when the container starts. */
  withSeedFile(file: string): this {
    this.#seedFile = file;
    return this;
  }

  override async start(): Promise<StartedFakeXenContainer> {
    if (this.#seedFile !== undefined) await this.#sendSeed(this.#seedFile);
    return new StartedFakeXenContainer(await super.start(), this.#token);
  }

  async #sendSeed(file: string): Promise<void> {
    this.withCopyContentToContainer([{ content: await readFile(file, 'utf8'), target: SEED }]);
    this.withEnvironment({ FAKEXEN_SEED: SEED });
  }
}
