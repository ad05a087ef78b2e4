/** What the OpenAPI document says of hosts. */

import { describedHost, describedHosts, hostParams, wantedHost } from './host-word.js';
import { schemaOf } from '../openapi/operation.js';

const EXAMPLE = {
  name: 'ci-7',
  ttl_s: 600,
  domains: 0,
  max_domains: 16,
  memory_mib: 4096,
  backed_pages: 65_536,
  profile: '4.17',
};
const NO_HOST = {
  'no-such-host': 'There is no such host.',
  'host-gone': 'There was such a host: it was deleted, or not used for its time to live.',
  'host-not-loaded':
    'There is such a host in a file: post to `restore` of the problem to have it here.',
};

export const PUT_HOST = schemaOf({
  id: 'putHost',
  tag: 'hosts',
  summary: 'Make a host',
  description:
    'All routes of a host serve it under `/hosts/{host}/`. It has domains, a journal, faults, a clock and limits of its ' +
    'own. One of that name that is there makes place for it: who waits on that is answered `host-gone`.',
  params: hostParams,
  body: { ...wantedHost.schema, type: ['object', 'null'] },
  example: { ttl_s: 600, max_domains: 16, memory_mib: 4096 },
  answers: {
    201: {
      description: 'The new host.',
      schema: describedHost.answer,
      example: EXAMPLE,
      headers: { location: { type: 'string', description: 'Where it is.' } },
    },
    200: {
      description: 'The new host, in place of one of that name.',
      schema: describedHost.answer,
      example: EXAMPLE,
      headers: { location: { type: 'string', description: 'Where it is.' } },
    },
  },
  problems: {
    'default-host': 'The default host is the process’s own: reset it instead.',
    'too-many-hosts': 'The process has as many hosts as it may (`max-hosts`).',
    'broken-seed': 'The seed says what cannot be: `errors` points at it.',
    'broken-snapshot': 'The seed is a snapshot, and says what cannot be.',
  },
});

export const LIST_HOSTS = schemaOf({
  id: 'listHosts',
  tag: 'hosts',
  summary: 'The hosts of the process',
  description: 'The default one, which is served at `/` as well, among them.',
  answers: {
    200: {
      description: 'The hosts.',
      schema: describedHosts.answer,
      example: { hosts: [EXAMPLE] },
    },
  },
});

export const GET_HOST = schemaOf({
  id: 'getHost',
  tag: 'hosts',
  summary: 'One host',
  description:
    'What it may have, and how much it has. Looking at it so does not count as using it.',
  params: hostParams,
  answers: { 200: { description: 'The host.', schema: describedHost.answer, example: EXAMPLE } },
  problems: NO_HOST,
});

export const DELETE_HOST = schemaOf({
  id: 'deleteHost',
  tag: 'hosts',
  summary: 'Delete a host',
  description:
    'Calls under way come to their end before this answers; requests that wait end with `host-gone`.',
  params: hostParams,
  answers: { 204: { description: 'It is gone.' } },
  problems: { ...NO_HOST, 'default-host': 'The default host is the process’s own.' },
});

export const LOAD_HOST = schemaOf({
  id: 'loadHost',
  tag: 'hosts',
  summary: 'Load a host from its file',
  description:
    'With `--state-dir` hosts outlive the process that serves them: one that this process has not loaded is answered ' +
    '`host-not-loaded`, with this as its `restore`. One that is loaded stays as it is.',
  params: hostParams,
  answers: {
    200: { description: 'The host is here.', schema: describedHost.answer, example: EXAMPLE },
  },
  problems: { ...NO_HOST, 'broken-snapshot': 'The file holds none of this version.' },
});
