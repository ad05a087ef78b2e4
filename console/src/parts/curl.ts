/** A question to the service as one types it in a shell. */

export const curl = (url: string, body: object): string =>
  `curl -s ${url} -H 'content-type: application/json' -d '${JSON.stringify(body)}'`;
