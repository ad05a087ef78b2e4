import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import type { FastifyInstance } from 'fastify';

interface Media {
  readonly schema: object;
  readonly examples?: Readonly<Record<string, unknown>>;
}

interface Documented {
  readonly operationId: string;
  readonly responses: Readonly<
    Record<string, { readonly content?: Readonly<Record<string, Media>> }>
  >;
}

export interface Answered {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  readonly mediaType: string;
  readonly body: unknown;
}

/** Holds what a service answers against what its OpenAPI document says; gives back where they differ. */
export function contractOf(app: FastifyInstance): (answered: Answered) => string[] {
  const document = app.swagger() as unknown as {
    readonly paths: Readonly<Record<string, Readonly<Record<string, Documented>>>>;
    readonly components: object;
  };
  const routes = Object.entries(document.paths).map(([path, operations]) => ({
    pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`),
    operations,
  }));
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  ajv.addSchema({ $id: 'document', components: document.components });
  const compiled = new Map<string, ValidateFunction>();
  const validatorOf = (where: string, { schema }: Media) => {
    const known = compiled.get(where);
    if (known !== undefined) return known;
    const inDocument = JSON.stringify(schema).replaceAll('"#/', '"document#/');
    const validate = ajv.compile(JSON.parse(inDocument) as object);
    compiled.set(where, validate);
    return validate;
  };

  return ({ method, path, status, mediaType, body }) => {
    const operation = routes.find(({ pattern }) => pattern.test(path.split('?', 1)[0]!))
      ?.operations[method.toLowerCase()];
    if (operation === undefined) return []; // what is not documented promises nothing

    const where = `${operation.operationId} ${status}`;
    const row = operation.responses[status];
    if (row === undefined) return [`${where} is not declared`];
    const media = row.content?.[mediaType];
    if (media === undefined) return body === undefined ? [] : [`${where} declares no ${mediaType}`];

    const validate = validatorOf(`${where} ${mediaType}`, media);
    validate(body);
    const { errno } = body as { errno?: string };
    const undeclared = status >= 400 && errno !== undefined && !(errno in (media.examples ?? {}));
    return [
      ...(validate.errors ?? []).map((error) => `${where}${error.instancePath} ${error.message}`),
      ...(undeclared ? [`${where} does not declare ${errno}`] : []),
    ];
  };
}
