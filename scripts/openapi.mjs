/** `npm run openapi`: write the document that the built service publishes to openapi/openapi.json. */

import { mkdirSync, writeFileSync } from 'node:fs';
import { Host } from '../dist/hypervisor/index.js';
import { buildApp } from '../dist/server/app.js';

const app = await buildApp({ host: new Host() });
await app.ready();
mkdirSync('openapi', { recursive: true });
writeFileSync('openapi/openapi.json', `${JSON.stringify(app.swagger(), null, 2)}\n`);
await app.close();
