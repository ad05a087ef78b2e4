/** Where one is, as the fragment of the address says it: `#/HOST/VIEW/DOMID?gfn=0x100`. */

export const VIEW_NAMES = [
  'domains',
  'map',
  'timeline',
  'servers',
  'access',
  'explorer',
  'journal',
  'tour',
] as const;
export type ViewName = (typeof VIEW_NAMES)[number];

export interface Place {
  readonly host: string;
  readonly view: ViewName;
  /** Undefined: the view shows the first domain that there is. */
  readonly domid: number | undefined;
  /** What the view was asked to show, by names of its own. */
  readonly query: Readonly<Record<string, string>>;
}

const DEFAULT_HOST = 'default';

export function placeIn(fragment: string): Place {
  const [path = '', query = ''] = fragment.replace(/^#\/?/, '').split('?');
  const [host = '', view = '', domid = ''] = path.split('/').map(decodeURIComponent);
  return {
    host: host === '' ? DEFAULT_HOST : host,
    view: VIEW_NAMES.find((name) => name === view) ?? 'domains',
    domid: /^\d+$/.test(domid) ? Number(domid) : undefined,
    query: Object.fromEntries(new URLSearchParams(query)),
  };
}

export function fragmentOf({ host, view, domid, query }: Place): string {
  const path = [host, view, ...(domid === undefined ? [] : [String(domid)])];
  const asked = new URLSearchParams(query).toString();
  return `#/${path.map(encodeURIComponent).join('/')}${asked === '' ? '' : `?${asked}`}`;
}
