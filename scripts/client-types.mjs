/** `npm run client:types [-- FILE]`: write what openapi/openapi.json says as TypeScript, to src/client/api.ts. */

import { writeFileSync } from 'node:fs';
import openapiTS, { astToString } from 'openapi-typescript';

const HEADER =
  '/** What openapi/openapi.json says, as types. Written by `npm run client:types`. */\n\n';

const [file = 'src/client/api.ts'] = process.argv.slice(2);

const types = await openapiTS(new URL('../openapi/openapi.json', import.meta.url), {
  defaultNonNullable: false, // what has a default may be left out of a request
});
writeFileSync(file, HEADER + astToString(types));
