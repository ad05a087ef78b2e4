import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Host } from '../src/hypervisor/index.js';
import { buildApp } from '../src/server/app.js';

interface Media {
  readonly schema?: { readonly examples?: readonly unknown[] };
  readonly example?: unknown;
  readonly examples?: object;
}

interface Operation {
  readonly operationId?: string;
  readonly summary?: string;
  readonly tags?: readonly string[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Media>> };
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, Media>> }>
  >;
}

/** Of the linter. */
interface Finding {
  readonly message: string;
  readonly location: readonly { readonly pointer?: string }[];
}

const FILE = 'openapi/openapi.json';

const text = readFileSync(FILE, 'utf8');
const committed = JSON.parse(text) as {
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: { readonly schemas: Readonly<Record<string, Schema>> };
};

const operations = Object.entries(committed.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => [`${method} ${path}`, operation] as const),
);

const hasExample = ({ schema, example, examples }: Media) =>
  example !== undefined || examples !== undefined || (schema?.examples?.length ?? 0) > 0;

type Schema = Readonly<Record<string, unknown>>;

const TELLING = ['type', 'anyOf', 'oneOf', 'allOf', 'enum', 'const', '$ref', 'contentMediaType'];

/** Where schemas let anything in and do not say why. */
function* unexplained(schema: Schema, at: string): Generator<string> {
  const isExplained = typeof schema['description'] === 'string';
  const isOpen =
    schema['type'] === 'object' &&
    (schema['additionalProperties'] === true ||
      (schema['properties'] ?? schema['additionalProperties']) === undefined);
  if (!isExplained && !TELLING.some((key) => key in schema)) yield `${at} has no type`;
  if (isOpen && !isExplained) yield `${at} is any object`;
  if (schema['type'] === 'array' && schema['items'] === undefined) yield `${at} is any list`;
  for (const [where, part] of partsOf(schema)) yield* unexplained(part, `${at}/${where}`);
}

const isSchema = (part: unknown): part is Schema => typeof part === 'object' && part !== null;

/** Conditions of a schema that says its type are no schemas of their own. */
function partsOf(schema: Schema): [where: string, part: Schema][] {
  const { properties = {}, additionalProperties, items } = schema;
  const choices = ['anyOf', 'oneOf', 'allOf'].flatMap((key) => (schema[key] ?? []) as Schema[]);
  const parts: [string, unknown][] = [
    ...Object.entries(properties as Schema),
    ['*', additionalProperties],
    ['[]', items],
    ...choices
      .filter((choice) => schema['type'] === undefined || !('required' in choice))
      .map((choice, index): [string, unknown] => [`<${index}>`, choice]),
  ];
  return parts.filter((part): part is [string, Schema] => isSchema(part[1]));
}

/** Every schema of the document that is not part of another, with where it stands. */
function* schemasIn(part: Schema, at = ''): Generator<[where: string, schema: Schema]> {
  for (const [key, value] of Object.entries(part)) {
    if (!isSchema(value) || key === 'example' || key === 'examples') continue;
    if (key === 'schema') yield [at, value];
    else yield* schemasIn(value, `${at}/${key}`);
  }
}

describe(FILE, () => {
  it('says of everything what it is, or why it may be anything', () => {
    const found = [...schemasIn(committed.paths), ...Object.entries(committed.components.schemas)];

    expect(found.flatMap(([at, schema]) => [...unexplained(schema, at)])).toEqual([]);
  });

  it('is what the service publishes (npm run openapi)', async () => {
    const app = await buildApp({ host: new Host() });
    await app.ready();

    const published = JSON.stringify(app.swagger(), null, 2);
    expect(`${published}\n` === text, `${FILE} is behind the routes`).toBe(true);
    await app.close();
  });

  it('lints clean', () => {
    const redocly = 'node_modules/@redocly/cli/bin/cli.js';
    const { stdout } = spawnSync(process.execPath, [redocly, 'lint', '--format=json', FILE], {
      env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
      encoding: 'utf8',
    });

    const { problems } = JSON.parse(stdout) as { problems: readonly Finding[] };
    expect(problems.map(({ message, location }) => [location[0]?.pointer, message])).toEqual([]);
  });

  it('gives each operation an id of its own', () => {
    const ids = operations.map(([, { operationId }]) => operationId);

    expect(ids).toEqual([...new Set(ids)]);
  });

  it.each(operations)('tells of %s what it is, with an example to try', (_, operation) => {
    expect(operation.operationId).toMatch(/^[A-Za-z]\w+$/);
    expect(operation.summary).toBeTruthy();
    expect(operation.tags).toHaveLength(1);
    const media = [
      ...Object.values(operation.requestBody?.content ?? {}),
      ...Object.values(operation.responses).flatMap(({ content = {} }) => Object.values(content)),
    ];
    expect(media.filter((one) => !hasExample(one))).toEqual([]);
  });

  it.each(operations.filter(([, { requestBody }]) => requestBody !== undefined))(
    'tells of %s how it is refused',
    (_, { responses }) => {
      const errors = Object.entries(responses).filter(([status]) => Number(status) >= 400);

      expect(errors.map(([status]) => status)).toContain('400');
      const types = errors.flatMap(([, { content = {} }]) => Object.keys(content));
      expect([...new Set(types)]).toEqual(['application/problem+json']);
    },
  );
});
