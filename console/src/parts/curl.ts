/** A question to the service as one types it in a shell. */

export const curl = (url: string, body: object): string =>
  `curl -s ${url} -H 'content-type: application/json' -d '${quoted(JSON.stringify(body))}'`;

const quoted = (text: string) => text.replaceAll("'", `'\\''`);
