/** The body of every error (RFC 9457), shared by all operations as `Problem`. */

export const PROBLEM_SCHEMA = {
  $id: 'Problem',
  type: 'object',
  description: 'Why a request was refused.',
  properties: {
    type: {
      type: 'string',
      description: '`urn:xen:errno:…` of what Xen refuses, `urn:fakexen:…` of what we do.',
    },
    title: { type: 'string', description: 'The same for all of its type.' },
    status: { type: 'integer', description: 'The HTTP status.' },
    detail: { type: 'string', description: 'What exactly, with the values in it.' },
    instance: { type: 'string', description: 'The request, by its id.' },
    errno: { type: 'string', description: "Xen's name of the error." },
    rc: { type: 'integer', description: 'What the hypercall returned.' },
    restore: { type: 'string', description: 'Where to post to, to have what is not there.' },
    errors: {
      type: 'array',
      description: 'Each field that does not fit its schema.',
      items: {
        type: 'object',
        properties: {
          pointer: { type: 'string', description: 'The field, by JSON pointer.' },
          detail: { type: 'string', description: 'What is wrong with it.' },
        },
        required: ['pointer', 'detail'],
      },
    },
  },
  required: ['type', 'title', 'status'],
};
