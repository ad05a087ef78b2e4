/** Which colour of the style sheet a p2m type has. */

import type { P2mType } from './map-cells.js';

/** The custom property of each type; what has none of its own is not told apart by colour. */
const TOKENS: Partial<Record<P2mType, string>> = {
  ram_rw: '--ram-rw',
  ram_ro: '--ram-ro',
  ram_logdirty: '--ram-logdirty',
  ioreq_server: '--ioreq-server',
  mmio_dm: '--mmio-dm',
  mmio_direct: '--mmio-direct',
  populate_on_demand: '--map-populate-on-demand',
  grant_map_rw: '--map-grant',
  grant_map_ro: '--map-grant',
  map_foreign: '--map-foreign',
};

export const tokenOf = (type: P2mType): string => TOKENS[type] ?? '--other-type';
