import { afterAll, beforeAll } from 'vitest';
import { startFakeXen, type FakeXen } from '../../src/server/start-fake-xen.js';
import { runCli, type CliOptions } from './run-cli.js';

/** A service for the tests of a file, and the program that asks it. */
export function cliService() {
  let xen: FakeXen;
  beforeAll(async () => {
    xen = await startFakeXen();
  });
  afterAll(() => xen.close());

  return {
    get client() {
      return xen.client;
    },
    get url() {
      return xen.url;
    },
    run: (args: readonly string[], options: CliOptions = {}) =>
      runCli(args, { ...options, env: { FAKEXEN_URL: xen.url, ...options.env } }),
  };
}
