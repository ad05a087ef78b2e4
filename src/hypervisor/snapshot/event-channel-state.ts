/** A domain's ports in a snapshot. */

import { choice, flag, whole } from './field.js';
import { list, record } from './record.js';

export const CHANNELS = record({
  channels: list(
    record({
      state: choice(['free', 'reserved', 'unbound', 'interdomain'] as const),
      remoteDomid: whole(0xffff),
      remotePort: whole(),
      vcpu: whole(),
      xenConsumer: flag,
      pending: flag,
      masked: flag,
    }),
  ),
  closed: flag,
  usesFifo: flag,
});
