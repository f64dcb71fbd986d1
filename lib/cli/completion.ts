import { parseArgs } from 'node:util';
import { ownProperty } from '../terraform/value';
import { EXIT, Io } from './io';
import { HELP, UsageError } from './usage';

/** The shells that `toms completion` knows, and what writes the script of each. */
const SCRIPTS: { readonly [shell: string]: (commands: ReadonlyMap<string, readonly string[]>) => string } = {
  bash: bashScript,
  zsh: zshScript,
  fish: fishScript,
};

/** `toms completion`. */
export function completionCommand(args: readonly string[], io: Io): number {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { help: { type: 'boolean', short: 'h' } },
  });
  if (values.help) {
    io.out(HELP.completion);
    return EXIT.clean;
  }
  const [shell = ''] = positionals;
  const write = ownProperty(SCRIPTS, shell);
  if (positionals.length !== 1 || write === undefined) {
    throw new UsageError(`say for which shell: toms completion ${Object.keys(SCRIPTS).join('|')}`);
  }
  io.out(write(commandsInHelp()));
  return EXIT.clean;
}

/** The commands and their options, as the help lists them. */
function commandsInHelp(): ReadonlyMap<string, readonly string[]> {
  const commands = Object.entries(HELP).filter(([name]) => name !== 'toms');
  return new Map(
    commands.map(([name, text]) => {
      const options = [...text.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map(([, option]) => option);
      return [name, [...options, '--help']];
    })
  );
}

function bashScript(commands: ReadonlyMap<string, readonly string[]>): string {
  const cases = [...commands].map(([name, options]) => `    ${name}) words="${options.join(' ')}" ;;`);
  return `# toms completion bash: source it, or write it to a file in bash_completion.d
_toms() {
  local current="\${COMP_WORDS[COMP_CWORD]}" words
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${[...commands.keys()].join(' ')} --help --version" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${cases.join('\n')}
    *) words="" ;;
  esac
  case "$current" in
    -*) COMPREPLY=($(compgen -W "$words" -- "$current")) ;;
    *) COMPREPLY=($(compgen -f -- "$current")) ;;
  esac
}
complete -o filenames -F _toms toms
`;
}

function zshScript(commands: ReadonlyMap<string, readonly string[]>): string {
  const cases = [...commands].map(([name, options]) => `    ${name}) compadd -- ${options.join(' ')} ;;`);
  return `#compdef toms
# toms completion zsh: write it to _toms in a directory of fpath
_toms() {
  if (( CURRENT == 2 )); then
    compadd -- ${[...commands.keys()].join(' ')} --help --version
    return
  fi
  if [[ "\${words[CURRENT]}" != -* ]]; then
    _files
    return
  fi
  case "\${words[2]}" in
${cases.join('\n')}
  esac
}
# zsh runs the file of a function when it first needs it, and that is when somebody waits for an answer.
if [[ "\${funcstack[1]}" == _toms ]]; then _toms "$@"; else compdef _toms toms; fi
`;
}

function fishScript(commands: ReadonlyMap<string, readonly string[]>): string {
  const lines = [...commands].flatMap(([name, options]) => [
    `complete -c toms -n __fish_use_subcommand -f -a ${name}`,
    ...options.map(
      (option) => `complete -c toms -n '__fish_seen_subcommand_from ${name}' -l ${option.replace(/^--/, '')}`
    ),
  ]);
  const own = ['help', 'version'].map((option) => `complete -c toms -n __fish_use_subcommand -l ${option}`);
  return `# toms completion fish: write it to ~/.config/fish/completions/toms.fish\n${[...own, ...lines].join('\n')}\n`;
}
