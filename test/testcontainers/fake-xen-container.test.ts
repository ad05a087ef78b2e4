import { describe, expect, it } from 'vitest';
import { FakeXenContainer } from '../../src/testcontainers/fake-xen-container.js';

/** What the engine would be told. */
class Told extends FakeXenContainer {
  get image() {
    return this.imageName.string;
  }
  get ports() {
    return this.exposedPorts;
  }
  get variables() {
    return this.environment;
  }
  get files() {
    return this.contentsToCopy;
  }
}

describe('FakeXenContainer', () => {
  it('runs the image of the README at the port of the Dockerfile, unless told another', () => {
    expect(new Told()).toMatchObject({ image: 'fakexen:latest', ports: [8080] });
    expect(new Told('registry.example/fakexen:1').image).toBe('registry.example/fakexen:1');
  });

  it('tells the service its token', () => {
    expect(new Told().withToken('sesame').variables).toEqual({ FAKEXEN_TOKEN: 'sesame' });
  });

  it('does not start with a seed file that is not there', async () => {
    await expect(new Told().withSeedFile('no-such.yaml').start()).rejects.toThrow('no-such.yaml');
  });
});
