/** One POST route per hypercall and interface, and per alias, read off its definition. */

import type { FastifyInstance } from 'fastify';
import { ERRNO, XenError } from '../../hypervisor/index.js';
import { offsetsOf } from '../wire/c-struct.js';
import type { HypercallForm } from '../forms/hypercall-form.js';
import { HYPERCALL_FORMS } from '../forms/hypercall-forms.js';
import { INTERFACES, type InterfaceName } from '../definition/interfaces.js';
import { issue } from './issue.js';
import { notingUnknown } from '../journal/note-call.js';
import { headersSchemaOf, schemaOf, type Answer } from '../openapi/operation.js';
import { struct } from '../wire/struct.js';
import { CALLER, DOMID, SELF_CALLER, domidLike } from '../wire/url-words.js';
import { text } from '../wire/json-words.js';
import type { JsonSchema } from '../wire/word.js';
import { hostOf } from '../world/world-of.js';

const NAMES = Object.keys(INTERFACES) as InterfaceName[];

export function hypercallRoutes(app: FastifyInstance): void {
  for (const via of NAMES) {
    for (const form of HYPERCALL_FORMS[via])
      for (const name of [form.call.name, ...(form.call.aliases ?? [])]) addRoute(app, form, name);
    refuseUnknown(app, via);
  }
}

const headers = struct({ 'xen-caller-domid': CALLER });
const selfHeaders = struct({ 'xen-caller-domid': SELF_CALLER });

/** After validation: URL parts are coerced, defaults filled in. */
interface Call {
  Params: { domid: number };
  Headers: { 'xen-caller-domid'?: number };
}

function addRoute(app: FastifyInstance, form: HypercallForm, name: string): void {
  const { via, call, number, errnos, layout } = form;
  app.route<Call>({
    method: 'POST',
    url: `/domains/:domid/${via}/${name}`,
    schema: schemaOf({
      id: `${INTERFACES[via].prefix}_${name}`,
      tag: via,
      summary: call.summary,
      description:
        name === call.name ? call.description : `Short for \`${call.name}\`. ${call.description}`,
      params: struct({ domid: domidLike(call.example.domid ?? 1) }),
      headers: call.callers === 'self' ? selfHeaders : headers,
      body: form.request.schema,
      example: form.example.request,
      answers: { 200: answerOf(form) },
      errnos,
      hazard: call.hazard,
      extensions: {
        [`x-xen-${via}`]: number,
        'x-xen-since': call.since,
        ...(layout !== undefined && {
          'x-c-layout': { bytes: layout.bytes, offsets: offsetsOf(layout) },
        }),
      },
    }),
    handler: (request) => {
      const { params, headers, body } = request;
      const to = {
        host: hostOf(request),
        caller: headers['xen-caller-domid'],
        domid: params.domid,
      };
      return issue(form, to, body);
    },
  });
}

function answerOf({
  response,
  continuation,
  example: { response: example },
}: HypercallForm): Answer {
  const done = withFields(response.answer, { rc: only(0) });
  if (continuation === undefined) return { description: 'Done.', schema: done, example };

  const stopped = withFields(continuation.answer, {
    rc: only(-ERRNO.ERESTART),
    errno: only('ERESTART'),
  });
  return {
    description: 'Done; or stopped as `preempt` asked: a further call with these fields goes on.',
    schema: { anyOf: [done, stopped] },
    example,
  };
}

const only = (value: string | number) => ({
  type: typeof value === 'string' ? 'string' : 'integer',
  enum: [value],
});

/** The schema of an object with further fields, all of them there. */
const withFields = (
  schema: JsonSchema,
  fields: Readonly<Record<string, JsonSchema>>,
): JsonSchema => ({
  ...schema,
  properties: { ...fields, ...(schema['properties'] as object) },
  required: [...Object.keys(fields), ...(schema['required'] as string[])],
});

/** An operation that we do not have is refused as Xen refuses one that it does not have. */
function refuseUnknown(app: FastifyInstance, via: InterfaceName): void {
  const { enter, noSuchOp } = INTERFACES[via];
  interface UnknownCall extends Call {
    Params: Call['Params'] & { op: string };
  }
  app.post<UnknownCall>(
    `/domains/:domid/${via}/:op`,
    {
      schema: {
        hide: true,
        params: struct({ domid: DOMID, op: text('Not one of ours.') }).schema,
        headers: headersSchemaOf(headers),
      },
    },
    (request) => {
      const { params, headers } = request;
      const { domid, op } = params;
      const host = hostOf(request);
      const by = headers['xen-caller-domid'];
      return notingUnknown(host.journal, via, { domid, caller: by }, () => {
        const caller = host.caller(by ?? 0);
        if (via === 'dmop')
          enter({ host, caller, domid, request: {}, admission: { callers: 'dm' } });
        throw new XenError(noSuchOp, `there is no ${via} ${op}`);
      });
    },
  );
}
