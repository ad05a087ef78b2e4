/** The hypercalls about a domain, each a method by Xen's name: what there is, the OpenAPI document says. */

import type { Client } from 'openapi-fetch';
import { answerOf } from './answer-of.js';
import type { paths } from './api.js';

export type Folder = 'hvmop' | 'dmop' | 'memory' | 'domctl' | 'evtchn';

/** `domain.dmop.map_mem_type({ … })` and the like. */
export type Hypercalls<In extends Folder> = {
  readonly [Path in keyof paths as OperationOf<In, Path>]: paths[Path] extends { post: infer Post }
    ? (...args: ArgumentsOf<Post>) => Promise<AnswerOf<Post>>
    : never;
};

type OperationOf<In extends Folder, Path> = Path extends `/domains/{domid}/${In}/${infer Operation}`
  ? Operation
  : never;

/** Where every field may be left out, so may all of them. */
type ArgumentsOf<Post> = Post extends {
  requestBody?: { content: { 'application/json': infer Body } };
}
  ? Record<string, never> extends Body
    ? [args?: Body]
    : [args: Body]
  : [];

type AnswerOf<Post> = Post extends {
  responses: { 200: { content: { 'application/json': infer Answer } } };
}
  ? Answer
  : never;

export function hypercallsIn<In extends Folder>(
  folder: In,
  api: Client<paths>,
  domid: number,
): Hypercalls<In> {
  const post = api.POST.bind(api) as unknown as (path: string, init: object) => Fetching;
  const issue = (operation: string, body: object = {}) =>
    answerOf(
      post(`/domains/{domid}/${folder}/${operation}`, { params: { path: { domid } }, body }),
    );

  return new Proxy({} as Hypercalls<In>, {
    get: (_, name) =>
      // Whoever awaits the table itself asks it for `then`.
      typeof name === 'symbol' || name === 'then'
        ? undefined
        : (args?: object) => issue(name, args),
  });
}

type Fetching = Promise<{ data?: object; error?: unknown; response: Response }>;
