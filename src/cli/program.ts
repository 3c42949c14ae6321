/**
 * The commands and options of `anpham`, declared with commander, in the language of the user. What a
 * command does stands in the file of its name; here an option only gets its name and its help.
 */
import { Command, CommanderError } from 'commander';
import { storeNames } from '../check/epub/stores/stores.js';
import { archiveLevels, defaultLevel } from '../document/archive-level.js';
import { fontFormats } from '../document/ebook-options.js';
import { defaultPrinter } from '../document/printer.js';
import { defaultCreep, impositions } from '../document/sheet.js';
import type { Host } from '../host.js';
import {
  checkCommandOptions,
  checkOptions,
  inspectOptions,
  UsageError,
  type GivenOptions,
} from './options.js';
import type { Environment, Terminal } from './terminal.js';
import { fill, words, type Words } from './words.js';

/** Runs a command line (without node and script); the exit code: 0 fine, 1 errors, 2 usage. */
export async function run(
  argv: readonly string[],
  env: Environment,
  terminal: Terminal,
  host: Host,
): Promise<number> {
  const word = words[terminal.language];
  let exitCode = 0;
  const program = declare(word, terminal, host, {
    env,
    done: (code) => {
      exitCode = code;
    },
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError && error.exitCode === 0) return 0;
    // `anpham` alone: commander has printed the help.
    if (error instanceof CommanderError && error.code === 'commander.help') return 2;
    const message =
      error instanceof UsageError
        ? error.message
        : error instanceof CommanderError
          ? explain(error, word)
          : undefined;
    if (message === undefined) throw error;
    terminal.err(`anpham: ${message}\n${word.seeHelp}\n`);
    return 2;
  }
}

/** The language asked for on the command line, looked up before the commands are declared in it. */
export function askedLanguage(argv: readonly string[]): string | undefined {
  const at = argv.findIndex((argument) => argument === '--lang' || argument.startsWith('--lang='));
  return argv[at]?.startsWith('--lang=')
    ? argv[at].slice('--lang='.length)
    : at < 0
      ? undefined
      : argv[at + 1];
}

interface Surroundings {
  readonly env: Environment;
  readonly done: (exitCode: number) => void;
}

function declare(word: Words, terminal: Terminal, host: Host, { env, done }: Surroundings): Command {
  const program = new Command('anpham')
    .description(word.about)
    .version(versionOf(host), '-V, --version', word.version)
    .option('--lang <vi|en>', word.language, (value) => checkLanguage(value, word))
    .addHelpText('after', () => examples(word));
  dressCommand(program, word, terminal);
  const command = (name: string, about: string): Command =>
    dressCommand(program.command(name).description(about), word, terminal).option(
      '--lang <vi|en>',
      word.language,
      (value) => checkLanguage(value, word),
    );

  command('build', word.build)
    .argument('[inputs...]', word.inputs)
    .option('-o, --output <dir>', `${word.output} (output)`)
    .option('-t, --template <name|dir>', word.template)
    .option('-e, --editions <list>', `${word.editions}: ebook,print,archive`)
    .option('--archive <level>', `${word.level}: ${archiveLevels.join(', ')} (${defaultLevel})`)
    .option('--printer <name|file>', `${word.printer} (${defaultPrinter})`)
    .option('--marks <list>', `${word.marks}: crop,cross,info | none`)
    .option('--impose <way>', `${word.impose}: ${impositions.join(', ')}`)
    .option('--creep <mm>', `${word.creep} (${defaultCreep})`)
    .option('--cover <file>', word.cover)
    .option('--ebook-fonts <format>', `${word.ebookFonts}: ${fontFormats.join(', ')} (ttf)`)
    .option('--no-ncx', word.noNcx)
    .option('--fixed-layout', word.fixedLayout)
    .option('--date <iso>', word.date)
    .option('--encoding <name>', word.encoding)
    .option('--allow <dir>', word.allow, gather)
    .option('--strict', word.strict)
    .option('--verify', word.verify)
    .option('--sheet', word.sheetOption)
    .option('--signature', word.signature)
    .option('--json', word.json)
    .action(async (inputs: string[], given: GivenOptions) => {
      const options = checkOptions({ ...program.opts<GivenOptions>(), ...given }, env, word);
      const { build } = await import('./build.js');
      done(await build(inputs.length > 0 ? inputs : ['input'], options, terminal, host));
    });
  command('inspect', word.inspect)
    .argument('<file>', word.inspected)
    .option('--encoding <name>', word.encoding)
    .option('--json', word.json)
    .option('-w, --write [file]', word.write)
    .option('-f, --force', word.force)
    .action(async (file: string, given: GivenOptions) => {
      const { inspect } = await import('./inspect.js');
      done(await inspect(file, inspectOptions(given, word), terminal, host));
    });
  command('check', word.check)
    .argument('<files...>', word.checkedFiles)
    .option('-s, --source <input>', word.source)
    .option('--printer <name|file>', word.checkedPrinter)
    .option('--ink <percent>', word.ink)
    .option('--standard <names>', word.standard)
    .option('--store <names>', `${word.store}: ${storeNames.join(', ')}, all, none (all)`)
    .option('--no-verapdf', word.noVeraPdf)
    .option('--no-epubcheck', word.noEpubCheck)
    .option('--encoding <name>', word.encoding)
    .option('--allow <dir>', word.allow, gather)
    .option('--json', word.json)
    .action(async (files: string[], given: GivenOptions) => {
      const { check } = await import('./check.js');
      // veraPDF judges what files claim.
      const asked = {
        ...(given.verapdf !== false && given.standard === undefined && { veraPdf: env }),
        ...(given.epubcheck !== false && { epubCheck: env }),
      };
      done(await check(files, { ...checkCommandOptions(given, word), ...asked }, terminal, host));
    });
  command('templates', word.templates).action(async () => {
    const { showTemplates } = await import('./list.js');
    done(showTemplates(terminal, host));
  });
  command('printers', word.printers).action(async () => {
    const { showPrinters } = await import('./list.js');
    done(showPrinters(terminal, host));
  });
  command('fonts', word.fonts).action(async () => {
    const { showFonts } = await import('./list.js');
    done(showFonts(terminal, host));
  });
  return program;
}

/** An option that may be given again. */
function gather(value: string, others?: readonly string[]): readonly string[] {
  return [...(others ?? []), value];
}

/** What every command has: our streams, no exit, help in the user's language. */
function dressCommand(command: Command, word: Words, terminal: Terminal): Command {
  const titles: Readonly<Record<string, string>> = {
    'Usage:': word.usageTitle,
    'Arguments:': word.argumentsTitle,
    'Options:': word.optionsTitle,
    'Commands:': word.commandsTitle,
  };
  return command
    .exitOverride()
    .helpOption('-h, --help', word.help)
    .helpCommand(false)
    .configureHelp({ styleTitle: (title) => titles[title] ?? title })
    .configureOutput({
      writeOut: terminal.out,
      writeErr: terminal.err,
      // Said in the user's language by `run`.
      outputError: () => undefined,
      getOutHelpWidth: () => terminal.width,
      getErrHelpWidth: () => terminal.width,
    });
}

function examples(word: Words): string {
  const lines = [
    ['anpham build input/so-noi-vu-2020.txt', word.exampleAll],
    ['anpham build bai.md -e ebook,archive', word.exampleSome],
    ['anpham build cac-bai/ -o xuat-ban --strict', word.exampleFolder],
    ['anpham inspect bai.txt', word.exampleInspect],
    ['anpham inspect bai.txt --write', word.exampleWrite],
    ['anpham build so-5/ --printer newsprint', word.examplePrinter],
    ['anpham check output/ --source bai.txt', word.exampleCheck],
  ].map(([line, what]) => `  ${line}\n      ${what}`);
  return `\n${word.examples}:\n${lines.join('\n')}\n`;
}

function checkLanguage(value: string, word: Words): string {
  if (value === 'vi' || value === 'en') return value;
  throw new UsageError(fill(word.badLanguage, { value }));
}

/** commander's complaint in the user's language. */
function explain(error: CommanderError, word: Words): string {
  const [, quoted] = /'([^']*)'/.exec(error.message) ?? [];
  const [, meant] = /Did you mean (.+)\?\)/.exec(error.message) ?? [];
  const value = (quoted ?? '') + (meant === undefined ? '' : ` (→ ${meant}?)`);
  switch (error.code) {
    case 'commander.unknownOption':
      return fill(word.unknownOption, { value });
    case 'commander.unknownCommand':
      return fill(word.unknownCommand, { value });
    case 'commander.missingArgument':
      return fill(word.missingArgument, { value });
    case 'commander.optionMissingArgument':
      return fill(word.missingOptionValue, { value });
    case 'commander.excessArguments':
      return word.tooMany;
    default:
      return error.message.replace(/^error: /, '');
  }
}

function versionOf(host: Host): string {
  const file = host.read(host.resource('package.json'));
  const found: unknown = file.ok ? JSON.parse(new TextDecoder().decode(file.bytes)) : undefined;
  return typeof found === 'object' && found !== null && 'version' in found ? String(found.version) : '?';
}
