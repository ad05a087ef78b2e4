/** `fakexen/client`: a Xen host for those who write device models, typed by its OpenAPI document. */

export type { paths } from './api.js';
export { connect, type ConnectOptions, type XenHost } from './connect.js';
export type { BufferedIoreq, BufferedIoreqHandler, Ioreq, IoreqHandler } from './device-model.js';
export type { Domain, DomainDescription, DomainSpec } from './domain.js';
export type {
  Guest,
  GuestAccess,
  GuestAccessOptions,
  GuestAnswer,
  ReadModifyWrite,
  Registers,
} from './guest.js';
export type { Folder, Hypercalls } from './hypercalls.js';
export type { IoreqServer, IoreqServerDescription, ServeOptions, Serving } from './ioreq-server.js';
export type { Quantity } from './wire-number.js';
export { XenApiError, type Problem } from './xen-api-error.js';
