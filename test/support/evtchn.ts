import { api } from './api.js';

/** Two domains, and the event channel operations on their ports and on dom0's. */
export async function evtchnSetup() {
  const tools = await api();
  const { post, createDomain } = tools;
  await createDomain();
  await createDomain();
  const op =
    (name: string) =>
    (domid: number, body: object, caller = 0) =>
      post(`/domains/${domid}/evtchn/${name}`, body, { 'xen-caller-domid': String(caller) });
  return {
    ...tools,
    allocUnbound: op('alloc_unbound'),
    bind: op('bind_interdomain'),
    send: op('send'),
    unmask: op('unmask'),
    close: op('close'),
    status: op('status'),
  };
}
