/** The ways of serving a device model, by name, each made anew for a world. */

import { Exchange } from './exchange.js';
import { SHARED_PAGES } from './shared-pages.js';
import { Stream } from './stream.js';
import type { Transport } from './transport.js';

export const TRANSPORTS = {
  exchange: () => new Exchange(),
  stream: () => new Stream(),
  pages: () => SHARED_PAGES,
} satisfies Readonly<Record<string, () => Transport>>;

export type TransportName = keyof typeof TRANSPORTS;
