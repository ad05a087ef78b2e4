/** How a command finds the service that it asks, and what it sends it along. */

import { connect, type XenHost } from '../client/index.js';
import { tokenOf } from '../server/token-of.js';
import { readConfig } from '../server/config.js';
import type { Argument, Option } from './command.js';
import type { Given } from './given.js';
import { URL_OPTION, serviceUrl } from './service-url.js';
import type { Terminal } from './terminal.js';
import { Unreachable } from './unreachable.js';

export const CONNECTION_OPTIONS: readonly Option[] = [
  URL_OPTION,
  { flag: 'host', value: 'NAME', about: 'the emulated host, if not the default one' },
  { flag: 'token', value: 'TOKEN', about: 'what the service was started with (FAKEXEN_TOKEN)' },
  {
    flag: 'token-file',
    value: 'FILE',
    about: 'file that holds it (FAKEXEN_TOKEN_FILE)',
    isFile: true,
  },
  { flag: 'caller', value: 'DOMID', about: 'domain that issues the hypercalls; dom0 if not said' },
];

/** Of those that are about one domain. */
export const DOMID: Argument = { name: 'DOMID', about: 'the domain' };

export interface Connection {
  readonly xen: XenHost;
  readonly token: string | undefined;
}

export async function connectionFor(given: Given, { env }: Terminal): Promise<Connection> {
  const flags = { token: given.text('token'), tokenFile: given.text('token-file') };
  const { settings } = await readConfig(flags, env);
  const token = await tokenOf(settings);
  const url = await serviceUrl(given, env);
  const xen = connect(url, {
    caller: given.number('caller'),
    host: given.text('host'),
    token,
  });
  xen.api.use({
    onError: ({ error }) => (isOurs(error) ? undefined : new Unreachable(url, whyOf(error))),
  });
  return { xen, token };
}

/** The user has ended what was going on. */
const isOurs = (error: unknown) => (error as Error).name === 'AbortError';

/** Node wraps what it met in an error that says nothing. */
function whyOf(error: unknown): string {
  const { cause = error } = error as Error;
  const { code, message } = cause as NodeJS.ErrnoException;
  return code ?? message;
}
