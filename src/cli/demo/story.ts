/**
 * A story: calls on a running service, one after the other, each with what it shows and what it has
 * to answer. The demo prints it, a test holds the service to it.
 */

export interface Step {
  /** What the call shows, as a sentence. */
  readonly shows: string;
  readonly call: string;
  readonly body?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
  readonly status: number;
  /** What the answer has to hold; it may hold more. */
  readonly answer: Readonly<Record<string, unknown>>;
}

export interface Chapter {
  readonly title: string;
  readonly steps: readonly Step[];
}

export interface Played {
  readonly step: Step;
  readonly status: number;
  readonly answer: unknown;
}

/** Play one step against the service at `url`. */
export async function play(url: string, step: Step): Promise<Played> {
  const [method = 'GET', path = '/'] = step.call.split(' ');
  const response = await fetch(new URL(path, url), {
    method,
    headers: {
      ...(step.body !== undefined && { 'content-type': 'application/json' }),
      ...step.headers,
    },
    ...(step.body !== undefined && { body: JSON.stringify(step.body) }),
  });
  const text = await response.text();
  return { step, status: response.status, answer: text === '' ? {} : JSON.parse(text) };
}
