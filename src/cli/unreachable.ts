/** Nobody answers where a service was looked for; the exit status is 3. */

export class Unreachable extends Error {
  constructor(url: string, why: string) {
    super(
      `nobody answers at ${url} (${why}): \`fakexen serve\` starts a service, --url or FAKEXEN_URL says where one is`,
    );
  }
}
