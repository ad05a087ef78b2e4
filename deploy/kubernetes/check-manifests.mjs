/**
 * Reads manifests from stdin, YAML as `kubectl kustomize` prints it, and holds each against the types of its kind: a
 * field that there is not, or of another type, ends it with status 1.
 */

import { readFileSync } from 'node:fs';
import ts from 'typescript';
import { parseAllDocuments } from 'yaml';

const FILE = 'manifests.ts';
/** Where kubernetes-types keeps the kinds of an API. */
const MODULES = { v1: 'core/v1', 'apps/v1': 'apps/v1' };
const OPTIONS = {
  noEmit: true,
  strict: true,
  skipLibCheck: true,
  types: [],
  lib: ['lib.es5.d.ts'],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
};

const manifests = parseAllDocuments(readFileSync(0, 'utf8')).map((document) => document.toJS());
const wrong = diagnosticsOf(manifests.map(constantOf).join('\n'));

for (const { messageText } of wrong)
  console.error(`manifests: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`);
const kinds = manifests.map(({ kind, metadata }) => `${kind} ${metadata.name}`);
console.log(`manifests: ${kinds.join(', ')}: ${wrong.length === 0 ? 'well-formed' : 'not so'}`);
process.exitCode = wrong.length === 0 && manifests.length > 0 ? 0 : 1;

function constantOf(manifest, nth) {
  const { apiVersion, kind } = manifest;
  const type = `import('kubernetes-types/${MODULES[apiVersion]}').${kind}`;
  return `export const _${String(nth)}: ${type} = ${JSON.stringify(manifest)};`;
}

/** What the compiler says of a program that is this text. */
function diagnosticsOf(text) {
  const host = ts.createCompilerHost(OPTIONS);
  const { fileExists, getSourceFile } = host;
  host.fileExists = (file) => file === FILE || fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    file === FILE
      ? ts.createSourceFile(FILE, text, ts.ScriptTarget.ES2022)
      : getSourceFile(file, ...rest);
  return ts.getPreEmitDiagnostics(ts.createProgram([FILE], OPTIONS, host));
}
