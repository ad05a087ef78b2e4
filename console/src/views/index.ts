/** Every view, in the order of the navigation. */

import type { ComponentType } from 'preact';
import type { ViewName } from '../place.js';
import { DomainsView } from './domains/domains-view.js';
import { ExplorerView } from './explorer/explorer-view.js';
import { GuestAccessView } from './guest-access/guest-access-view.js';
import { JournalView } from './journal/journal-view.js';
import { MapView } from './map/map-view.js';
import { ServersView } from './servers/servers-view.js';
import { TimelineView } from './timeline/timeline-view.js';
import { TourView } from './tour/tour-view.js';

interface View {
  readonly title: string;
  readonly Component: ComponentType;
}

export const VIEWS: Readonly<Record<ViewName, View>> = {
  domains: { title: 'Domains', Component: DomainsView },
  map: { title: 'EPT map', Component: MapView },
  timeline: { title: 'Timeline', Component: TimelineView },
  servers: { title: 'Servers', Component: ServersView },
  access: { title: 'Guest access', Component: GuestAccessView },
  explorer: { title: 'Explorer', Component: ExplorerView },
  journal: { title: 'Journal', Component: JournalView },
  tour: { title: 'Tour', Component: TourView },
};
