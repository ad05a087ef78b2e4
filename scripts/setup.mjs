/**
 * What a command needs before it can run: packages that match the lock, and a build newer than its sources.
 * Plain Node without packages, for it runs before anything is installed; chatter goes to stderr.
 */

import { spawnSync } from 'node:child_process';
import {
  existsSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('..', import.meta.url));

/** What to leave out of an install: serving needs the compiler, which is optional, and no tool of the tests. */
const OMITTED = { serve: ['--omit=dev'], all: [] };

const BUILD_STAMP = 'dist/.built';
const BUILD_INPUTS = [
  'src',
  'console/index.html',
  'console/src',
  'console/explore-examples.ts',
  'console/explore-texts.ts',
  'console/json-assets.ts',
  'console/program-text.ts',
  'console/trace-words.ts',
  'console/vite.config.ts',
  'examples/explore',
  'tsconfig.json',
  'tsconfig.build.json',
  'tsconfig.testcontainers.json',
  'package-lock.json',
];

/** @param {keyof typeof OMITTED} level */
export function ensureSetUp(level) {
  ensureInstalled(level);
  ensureBuilt();
}

/** @param {keyof typeof OMITTED} level */
export function ensureInstalled(level) {
  process.chdir(ROOT);
  const missing = missingPackages(level);
  if (missing.length === 0) return;

  say(`installing packages (${String(missing.length)} of them missing or of another version)`);
  const command = existsSync('node_modules') ? ['install', '--no-save'] : ['ci'];
  run(...npm(...command, ...OMITTED[level], '--no-audit', '--no-fund'));
}

export function ensureBuilt() {
  const project = projectToBuild();
  if (isBuilt(project) && newestOf(BUILD_INPUTS) <= statSync(BUILD_STAMP).mtimeMs) return;

  say('building');
  const started = new Date();
  run(process.execPath, 'node_modules/typescript/bin/tsc', '-b', project);
  bundle();
  buildConsole();
  writeFileSync(BUILD_STAMP, project);
  utimesSync(BUILD_STAMP, started, started); // what was edited meanwhile is newer
}

/** What is for Testcontainers needs its types, and serving does without them. */
const projectToBuild = () =>
  existsSync('node_modules/testcontainers')
    ? 'tsconfig.testcontainers.json'
    : 'tsconfig.build.json';

const isBuilt = (project) =>
  existsSync(BUILD_STAMP) && readFileSync(BUILD_STAMP, 'utf8') === project;

/**
 * Packages that stay outside the bundle: they come with files of their own, or are the compilers of Fastify, which the
 * service does without. Whoever imports one of the others when it is needed has its `default` alone, if it is CommonJS.
 */
const UNBUNDLED = [
  'iced-x86',
  'koffi',
  '@fastify/swagger-ui',
  '@fastify/ajv-compiler',
  '@fastify/fast-json-stringify-compiler',
];

/** For packages that are CommonJS. */
const REQUIRE = `import { createRequire as requireFrom } from 'node:module';
const require = requireFrom(import.meta.url);`;

/** The service once more in one file: Node would take longer over hundreds of small ones than over all the rest of starting. */
export function bundle() {
  const { metafile } = createRequire(import.meta.url)('esbuild').buildSync({
    entryPoints: {
      fakexen: 'src/cli/fakexen.ts',
      'explore-worker': 'src/routes/explore/explore-worker.ts', // a thread begins with a file of its own
    },
    outdir: 'dist/bundle',
    bundle: true,
    splitting: true, // what is imported lazily stays apart
    external: UNBUNDLED,
    banner: { js: REQUIRE },
    platform: 'node',
    target: 'node20.19',
    format: 'esm',
    sourcemap: true,
    logLevel: 'warning',
    metafile: true,
  });
  const left = readdirSync('dist/bundle').map((name) => `dist/bundle/${name}`);
  for (const file of left) if (!(file in metafile.outputs)) rmSync(file);
}

/** The web console, by its own compiler, into dist/console: as it is served, whoever builds it (a test says NODE_ENV=test). */
export function buildConsole() {
  const command = [process.execPath, 'node_modules/vite/bin/vite.js', 'build'];
  runWith({ NODE_ENV: 'production' }, ...command, '--config', 'console/vite.config.ts');
}

/** Packages of the lock that npm's own record of node_modules lacks or has in another version. */
function missingPackages(level) {
  const record = 'node_modules/.package-lock.json';
  const installed = existsSync(record) ? packagesOf(record) : {};
  const locked = packagesOf('package-lock.json');
  const compilers = Object.keys(locked[''].optionalDependencies).map(
    (name) => `node_modules/${name}`,
  );

  return Object.entries(locked)
    .filter(([path, entry]) => compilers.includes(path) || (path !== '' && isWanted(level, entry)))
    .filter(([path, { version }]) => installed[path]?.version !== version)
    .map(([path]) => path);
}

const packagesOf = (file) => JSON.parse(readFileSync(file, 'utf8')).packages;

/** What is optional to others was made for other machines, or npm has it anyway. */
const isWanted = (level, { dev, optional, devOptional }) =>
  !optional && !((dev || devOptional) && level === 'serve');

/** Folders count too: a deleted file changes the time of its folder alone. */
function newestOf(paths) {
  const times = paths.map((path) => {
    const stat = statSync(path);
    const below = stat.isDirectory() ? readdirSync(path).map((name) => join(path, name)) : [];
    return Math.max(stat.mtimeMs, newestOf(below));
  });
  return Math.max(0, ...times);
}

/** The npm that called us, or else the one on the path. */
function npm(...args) {
  const caller = process.env.npm_execpath;
  return caller?.endsWith('.js') ? [process.execPath, caller, ...args] : ['npm', ...args];
}

const run = (command, ...args) => runWith({}, command, ...args);

function runWith(settings, command, ...args) {
  const env = { ...process.env, ...settings };
  const { status, error } = spawnSync(command, args, { stdio: ['ignore', 2, 2], env });
  if (status === 0) return;

  say(error?.message ?? `${[command, ...args].join(' ')} ended with status ${String(status)}`);
  process.exit(1);
}

const say = (text) => process.stderr.write(`set-up: ${text}\n`);
