/** `fakexen completion` */

import type { Command } from '../command.js';

/** Each asks `fakexen complete` what may come next: a word a line, what it is behind a tab; `:files` alone means files. */
const SCRIPTS = {
  bash: String.raw`_fakexen() {
  local word
  COMPREPLY=()
  while IFS=$'\t' read -r word _; do
    if [[ $word == :files ]]; then
      compopt -o filenames
      while IFS= read -r word; do COMPREPLY+=("$word"); done < <(compgen -f -- "\${COMP_WORDS[COMP_CWORD]}")
    else
      COMPREPLY+=("$word")
    fi
  done < <(fakexen complete -- "\${COMP_WORDS[@]:1:COMP_CWORD}")
}
complete -F _fakexen fakexen`,

  zsh: String.raw`#compdef fakexen
_fakexen() {
  local line
  local -a described
  for line in "\${(@f)$(fakexen complete -- "\${(@)words[2,CURRENT]}")}"; do
    [[ -z $line ]] && continue
    if [[ $line == :files ]]; then _files; return; fi
    described+=("\${line%%$'\t'*}:\${line#*$'\t'}")
  done
  _describe fakexen described
}
compdef _fakexen fakexen`,

  fish: String.raw`function __fakexen_complete
  set -l current (commandline -ct)
  set -l lines (fakexen complete -- (commandline -opc)[2..-1] "$current")
  if test "$lines[1]" = ':files'
    __fish_complete_path "$current"
  else
    printf '%s\n' $lines
  end
end
complete -c fakexen -f -a '(__fakexen_complete)'`,
} as const;

type Shell = keyof typeof SCRIPTS;

const SHELLS = Object.keys(SCRIPTS) as Shell[];

export const completion: Command = {
  about:
    'For ~/.bashrc: source <(fakexen completion bash). For ~/.zshrc: source <(fakexen completion zsh). ' +
    'For fish: fakexen completion fish > ~/.config/fish/completions/fakexen.fish.',
  arguments: [{ name: 'SHELL', about: 'which shell', choices: SHELLS }],

  run(given) {
    const shell = given.required('SHELL') as Shell;
    const text = SCRIPTS[shell].replaceAll('\\$', '$');
    return Promise.resolve({ value: { shell, script: text }, text });
  },
};
