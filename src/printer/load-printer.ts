/**
 * A printer's name or file → `Printer`, checked; what is wrong comes back as diagnostics with file, line and
 * column, all of it in one go. They concern the print edition alone. The profile that it names is opened by
 * whoever needs its bytes.
 */
import { diagnostic, type Diagnostic, type Staged } from '../diagnostic.js';
import { CheckedYaml, nearest, type YamlProblem } from '../document/checked-yaml.js';
import type { Printer } from '../document/printer.js';
import type { Host } from '../host.js';
import { printerFile, type PrinterFile } from './schema.js';
import { millimetre } from '../document/units.js';

const edition = 'print';

/** One printer of the package, for the list of what there is. */
export type PrinterSummary = Pick<Printer, 'name' | 'label'>;

/** Loads a printer of the package by its name, or a file; `undefined` comes with at least one error. */
export function loadPrinter(nameOrFile: string, host: Host): Staged<Printer | undefined> {
  const path = findFile(nameOrFile, host);
  if (path === undefined) return fail(unknown(nameOrFile, host));
  const yaml = readText(path, host);
  if (yaml === undefined) {
    return fail(diagnostic('PRINTER-FILE', { path }, { span: { file: path }, edition }));
  }
  const file = new CheckedYaml(path, yaml);
  const checked = file.problems.length > 0 ? undefined : file.check(printerFile);
  const diagnostics = file.problems.map(told);
  if (!checked) return { value: undefined, diagnostics };
  const span = file.at(['intent', 'profile']);
  const profile = profilePath(path, checked.intent.profile, host);
  if (profile === undefined) {
    const values = { path: checked.intent.profile };
    return fail(diagnostic('PRINTER-OUTSIDE', values, { span, edition }));
  }
  return { value: printerOf(nameOrFile, checked, { profile, span }), diagnostics };
}

/** The printers of the package, by name. */
export function listPrinters(host: Host): readonly PrinterSummary[] {
  return namesOf(host).flatMap((name) => {
    const { value } = loadPrinter(name, host);
    return value ? [{ name, label: value.label }] : [];
  });
}

function printerOf(
  name: string,
  file: PrinterFile,
  found: Pick<Printer['intent'], 'profile' | 'span'>,
): Printer {
  const { condition, registry, info, paper } = file.intent;
  return {
    name,
    label: file.name,
    intent: { ...found, condition, info, ...(registry && { registry }), ...(paper && { paper }) },
    ink: file.ink,
    photos: file.photos,
    bleed: file.bleed * millimetre,
    marks: marksOf(file.marks),
    margin: file.margin * millimetre,
  };
}

/** The marks of these names. */
export function marksOf(names: readonly string[]): Printer['marks'] {
  return { crop: names.includes('crop'), cross: names.includes('cross'), info: names.includes('info') };
}

/** `icc:NAME` is a profile of the package; any other lies beside the file or below it. */
function profilePath(path: string, named: string, host: Host): string | undefined {
  const [, resource] = /^icc:([\w.-]+)$/.exec(named) ?? [];
  if (resource !== undefined) return host.resource(`icc/${resource}`);
  const outside = /^(?:[\\/]|[A-Za-z]:)/.test(named) || named.split(/[\\/]/).includes('..');
  return outside ? undefined : host.resolve(path, named);
}

function findFile(nameOrFile: string, host: Host): string | undefined {
  if (isPrinterName(nameOrFile)) {
    const path = host.resource(`printers/${nameOrFile}.yaml`);
    if (host.kind(path) === 'file') return path;
  }
  return host.kind(nameOrFile) === 'file' ? nameOrFile : undefined;
}

/** Whether this may name a printer of the package; a file has an ending or a folder. */
function isPrinterName(given: string): boolean {
  return /^[a-z][a-z0-9-]*$/.test(given);
}

function namesOf(host: Host): readonly string[] {
  const files = host.list(host.resource('printers')) ?? [];
  return files.filter((name) => name.endsWith('.yaml')).map((name) => name.slice(0, -'.yaml'.length));
}

function unknown(name: string, host: Host): Diagnostic {
  const names = namesOf(host);
  const known = names.join(', ');
  if (/[\\/]|\.ya?ml$/i.test(name)) return diagnostic('PRINTER-NO-FILE', { path: name, known }, { edition });
  const near = nearest(name, names);
  return near === undefined
    ? diagnostic('PRINTER-UNKNOWN', { name, known }, { edition })
    : diagnostic('PRINTER-NEAR', { name, near, known }, { edition });
}

/** A file as UTF-8 text; undefined when it cannot be read or is not UTF-8. */
function readText(path: string, host: Host): string | undefined {
  const read = host.read(path, 1 << 20);
  if (!read.ok) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(read.bytes);
  } catch {
    return undefined;
  }
}

function told(problem: YamlProblem): Diagnostic {
  const { span } = problem;
  switch (problem.type) {
    case 'syntax':
      return diagnostic('PRINTER-YAML', { yaml: problem.fault }, { span, edition });
    case 'key': {
      const { key, near } = problem;
      return near === undefined
        ? diagnostic('PRINTER-KEY', { key }, { span, edition })
        : diagnostic('PRINTER-KEY-NEAR', { key, near }, { span, edition });
    }
    case 'missing':
      return diagnostic('PRINTER-NEEDS', { key: problem.key }, { span, edition });
    case 'empty':
      return diagnostic('PRINTER-EMPTY', {}, { span, edition });
    case 'value': {
      const { key, expected } = problem;
      return diagnostic('PRINTER-VALUE', { key: key || 'YAML', expected }, { span, edition });
    }
  }
}

function fail(problem: Diagnostic): Staged<undefined> {
  return { value: undefined, diagnostics: [problem] };
}
