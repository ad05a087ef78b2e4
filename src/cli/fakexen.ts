#!/usr/bin/env node
/** `fakexen COMMAND`: each command with what it is for; its module is loaded when it is called. */

const COMMANDS: Readonly<Record<string, { what: string; run: (args: string[]) => Promise<void> }>> =
  {
    serve: {
      what: 'serve the machine over HTTP',
      async run() {
        process.argv.splice(2, 1);
        await import('../server/main.js');
      },
    },
    explore: {
      what: 'run every interleaving of a few actors',
      async run(args) {
        const { explore } = await import('./explore.js');
        const { text, status } = await explore(args);
        process.stdout.write(`${text}\n`);
        process.exitCode = status;
      },
    },
  };

const command = COMMANDS[process.argv[2] ?? ''];
try {
  if (command !== undefined) await command.run(process.argv.slice(3));
  else usage();
} catch (error) {
  process.stderr.write(`fakexen: ${(error as Error).message}\n`);
  process.exitCode = 2;
}

function usage(): void {
  const lines = Object.entries(COMMANDS).map(([name, { what }]) => `  ${name.padEnd(10)}${what}`);
  process.stderr.write(`usage: fakexen COMMAND …\n\n${lines.join('\n')}\n`);
  process.exitCode = 2;
}
