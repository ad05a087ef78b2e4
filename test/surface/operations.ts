/** What the OpenAPI document says that can be asked for: a route that it describes is tried from then on. */

import type { FastifyInstance } from 'fastify';
import type { JsonSchema } from '../../src/routes/wire/word.js';

export interface Parameter {
  readonly in: 'path' | 'query' | 'header';
  readonly name: string;
  readonly schema: JsonSchema;
  readonly required?: boolean;
  readonly example?: unknown;
}

export interface Operation {
  readonly operationId: string;
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly parameters: readonly Parameter[];
  readonly bodies: readonly Body[];
  readonly statuses: ReadonlySet<number>;
}

export interface Body {
  readonly mediaType: string;
  readonly schema: JsonSchema;
  readonly example?: unknown;
}

interface Documented {
  readonly operationId: string;
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: { readonly content: Readonly<Record<string, Omit<Body, 'mediaType'>>> };
  readonly responses: Readonly<Record<string, unknown>>;
}

export function operationsOf(app: FastifyInstance): Operation[] {
  const { paths } = app.swagger() as unknown as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>;
  };
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, documented]) => ({
      operationId: documented.operationId,
      method: method.toUpperCase() as Operation['method'],
      path,
      parameters: documented.parameters ?? [],
      bodies: Object.entries(documented.requestBody?.content ?? {}).map(([mediaType, body]) => ({
        mediaType,
        ...body,
      })),
      statuses: new Set(Object.keys(documented.responses).map(Number)),
    })),
  );
}
