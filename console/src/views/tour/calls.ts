/** Calls of the tour, by what they do. The guest is domain 1, and nothing else is on the host. */

import type { TourCall } from './tour-step.js';

const GUEST = '/domains/1';
const OK = { rc: 0 };

export const createGuest: TourCall = {
  call: 'POST /domains',
  body: { domid: 1, name: 'guest', memory_mib: 64, profile: '4.17' },
  status: 201,
  answer: { domid: 1, entry_count: 0 },
};

export const dmop = (op: string, body: object, answer: object = OK, status = 200): TourCall => ({
  call: `POST ${GUEST}/dmop/${op}`,
  body,
  status,
  answer,
});

export const claim = (id: number): TourCall =>
  dmop('map_mem_type', { id, type: 'ioreq_server', flags: ['write'] });

export const busyClaim = (id: number): TourCall => ({
  ...claim(id),
  status: 409,
  answer: { errno: 'EBUSY' },
});

export const disclaim = (id: number, more: object, answer: object): TourCall =>
  dmop('map_mem_type', { id, type: 'ioreq_server', flags: 0, ...more }, answer);

export const guest = (body: object, answer: object): TourCall => ({
  call: `POST ${GUEST}/guest-access`,
  body: { ...body, trace: false },
  status: 200,
  answer: { outcome: 'completed', ...answer },
});

/** The guest's access waits for the device model, whoever asked for it does not. */
export const guestWaits = (body: object, answer: object): TourCall => ({
  ...guest(body, { outcome: 'pending', reason: 'ioreq', ...answer }),
  async: true,
  status: 202,
});

export const accessEnds = (id: number): TourCall => ({
  call: `GET ${GUEST}/guest-access/${id}`,
  status: 200,
  answer: { outcome: 'completed' },
});

export const exchange = (body: object, ioreqs: readonly object[]): TourCall => ({
  call: `POST ${GUEST}/ioreq-servers/0/exchange`,
  body,
  status: 200,
  answer: { ioreqs, stale: [] },
});

export const entryCount = (entry_count: number): TourCall => ({
  call: `GET ${GUEST}`,
  status: 200,
  answer: { entry_count },
});

export const memTypeIs = (pfn: string, mem_type: string): TourCall => ({
  call: `POST ${GUEST}/hvmop/get_mem_type`,
  body: { pfn },
  status: 200,
  answer: { rc: 0, mem_type },
});
