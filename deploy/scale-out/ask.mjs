/** Requests of the job: an answer of any status is an answer. */

const AT_ONCE = 32;

/** @returns {Promise<{ status: number, body: any }>} the body as it is where it is not JSON */
export async function ask(url, method = 'GET', body = undefined) {
  const answer = await fetch(url, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  const text = await answer.text();
  const isJson = /json/.test(answer.headers.get('content-type') ?? '');
  return { status: answer.status, body: isJson ? JSON.parse(text) : text };
}

/** What comes of each, in order, a few at once. */
export async function forEach(all, what) {
  const results = [];
  for (let first = 0; first < all.length; first += AT_ONCE)
    results.push(...(await Promise.all(all.slice(first, first + AT_ONCE).map(what))));
  return results;
}
