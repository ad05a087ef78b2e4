/** A request once more, as curl: the access that made it, and the answer that it waits for. */

import { curl } from '../../parts/curl.js';
import type { Request } from './timeline-model.js';

export interface Where {
  /** Of the host, as `http://127.0.0.1:8080/hosts/default`. */
  readonly url: string;
  readonly domid: number;
}

/** Undefined where no single access makes it, or its record is not remembered. */
export function accessAgain({ sent, vcpu }: Request, where: Where): string | undefined {
  if (sent === undefined || (sent.type !== 'copy' && sent.type !== 'pio')) return undefined;
  const { type, dir, addr, size, data } = sent;
  const what =
    type === 'copy'
      ? { kind: dir, gpa: addr }
      : { kind: dir === 'read' ? 'in' : 'out', port: Number(addr) };
  const written = dir === 'write' ? { data } : {};
  return curl(`${base(where)}/guest-access`, { vcpu, ...what, size, ...written });
}

/** Undefined once it is answered. */
export function answerTo(request: Request, where: Where): string | undefined {
  const { sent, vcpu, ioservid, completed } = request;
  if (sent?.ioreq_seq === undefined || completed !== undefined) return undefined;
  const data = sent.dir === 'read' ? { data: '0x0' } : {};
  const completions = [{ vcpu, seq: sent.ioreq_seq, ...data }];
  return curl(`${base(where)}/ioreq-servers/${ioservid}/exchange`, { completions });
}

const base = ({ url, domid }: Where) => `${url}/domains/${domid}`;
