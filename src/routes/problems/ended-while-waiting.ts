/** Why a request that waited ends without what it waited for, wherever it did: for OpenAPI. */

export const ENDED_WHILE_WAITING = {
  'host-reset': 'The host was reset, or restored from a snapshot, while the call waited.',
  'host-gone': 'The host was deleted, or its time to live ended, while the call waited.',
  'shutting-down': 'The service ended while the call waited.',
} as const;
