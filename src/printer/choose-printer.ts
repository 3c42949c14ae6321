/**
 * Who names the printer: the command line before the manifest, and if neither does, the default. A printer
 * that was named governs bleed and marks of every page, by a style sheet behind all others; the default
 * leaves them to the template.
 */
import { diagnostic, type Diagnostic, type Span, type Staged } from '../diagnostic.js';
import { defaultPrinter, type Printer, type PrinterMarks } from '../document/printer.js';
import type { StylesheetSource } from '../document/publication.js';
import type { Host } from '../host.js';
import { loadPrinter } from './load-printer.js';
import { pageInformation } from './page-information.js';

/** What was asked for. */
export interface PrinterChoice {
  /** Name or file, and where it is typed unless on the command line. */
  readonly named?: { readonly value: string; readonly span?: Span } | undefined;
  /** In place of the printer's own, and of the template's. */
  readonly marks?: PrinterMarks | undefined;
  /** What the page information says before the number of the page: the file, its title, its date. */
  readonly about: readonly string[];
  /** BCP 47, of the publication. */
  readonly language: string;
}

/** A printer, and how it governs the pages. */
export interface PrintJob {
  readonly printer: Printer;
  readonly stylesheets: readonly StylesheetSource[];
}

/** The printer of an edition; undefined, with errors, when the one that was named cannot be read. */
export function choosePrinter(choice: PrinterChoice, host: Host): Staged<PrintJob | undefined> {
  const { named, marks } = choice;
  const { value: printer, diagnostics } = loadPrinter(named?.value ?? defaultPrinter, host);
  if (!printer)
    return { value: undefined, diagnostics: diagnostics.map((said) => placed(said, named?.span)) };
  const rules = [
    ...(named ? [`bleed: ${printer.bleed}pt !important`] : []),
    ...(named || marks ? [`marks: ${marksValue(marks ?? printer.marks)} !important`] : []),
  ];
  const shown = marks ?? printer.marks;
  if (shown.info && (named || marks)) rules.push(pageInformation({ ...choice, printer: printer.name }));
  const css = `@page { ${rules.join('; ')} }`;
  const stylesheets = rules.length > 0 ? [{ path: `${printer.name}.css`, css }] : [];
  return { value: { printer: { ...printer, ...(marks && { marks }) }, stylesheets }, diagnostics };
}

/** As CSS has it (css-page-3, 7.3). */
function marksValue({ crop, cross }: PrinterMarks): string {
  return [crop ? 'crop' : '', cross ? 'cross' : ''].filter(Boolean).join(' ') || 'none';
}

/** A name that is wrong stands where it is typed; what is wrong in a printer's file, there. */
function placed(said: Diagnostic, span: Span | undefined): Diagnostic {
  return said.span || !span ? said : diagnostic(said.code, said.values, { span, edition: said.edition });
}
