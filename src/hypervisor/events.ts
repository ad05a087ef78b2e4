/** What a host tells whoever listens: plain objects, told as they happen. */

export type HostEvent =
  | { readonly type: 'domain'; readonly domid: number; readonly change: DomainChange }
  | { readonly type: 'crash'; readonly domid: number; readonly why: string }
  /** A request has been put into the page that its vcpu shares with an ioreq server. */
  | {
      readonly type: 'ioreq';
      readonly domid: number;
      readonly ioservid: number;
      readonly vcpu: number;
    }
  /** A request has been put into the buffered ring of an ioreq server. */
  | { readonly type: 'bufioreq'; readonly domid: number; readonly ioservid: number }
  /** A guest access has come to its end, or waits for something else than before. */
  | {
      readonly type: 'access';
      readonly domid: number;
      readonly vcpu: number;
      readonly accessId: number;
    }
  /** The guest has done something that its monitor is told of. */
  | { readonly type: 'monitor'; readonly domid: number }
  /** An event channel port has become pending. */
  | { readonly type: 'evtchn'; readonly domid: number; readonly port: number };

export const DOMAIN_CHANGES = [
  'created',
  'destroyed',
  'paused',
  'unpaused',
  'shutdown',
  'resumed',
  'ioreq_servers',
] as const;

export type DomainChange = (typeof DOMAIN_CHANGES)[number];
