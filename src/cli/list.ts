/**
 * `anpham templates`, `anpham printers` and `anpham fonts`: what comes with the package, read from its folders.
 */
import type { Host } from '../host.js';
import { Report } from './report.js';
import { listPrinters } from '../printer/load-printer.js';
import { readingSheet } from '../style/reading-sheet.js';
import { listTemplates } from '../template/load-template.js';
import { renderTable } from './table.js';
import type { Terminal } from './terminal.js';
import { words } from './words.js';

/** Lists the templates of the package with what they say of themselves; the exit code. */
export function showTemplates(terminal: Terminal, host: Host): number {
  const word = words[terminal.language];
  const rows = listTemplates(host).map(({ name, description }) => [name, description[terminal.language]]);
  const columns = [{ head: word.templateName }, { head: word.whatFor }];
  terminal.out(renderTable(columns, rows, { colour: terminal.colour.out }));
  return 0;
}

/** Lists the printers of the package with what they print on; the exit code. */
export function showPrinters(terminal: Terminal, host: Host): number {
  const word = words[terminal.language];
  const rows = listPrinters(host).map(({ name, label }) => [name, label[terminal.language]]);
  const columns = [{ head: word.printerName }, { head: word.whatFor }];
  terminal.out(renderTable(columns, rows, { colour: terminal.colour.out }));
  return 0;
}

/** Lists the font families of the package with their cuts; the exit code. */
export function showFonts(terminal: Terminal, host: Host): number {
  const word = words[terminal.language];
  const report = new Report(terminal, host, false);
  const path = host.resource('fonts/fonts.css');
  const sheet = host.read(path);
  const css = sheet.ok ? new TextDecoder().decode(sheet.bytes) : '';
  const { value, diagnostics } = readingSheet([{ path, css }], host);
  report.say(diagnostics);

  const families = new Map<string, string[]>();
  for (const { family, weight, style } of value.fontFaces) {
    const cuts = families.get(family) ?? [];
    cuts.push(style === 'italic' ? `${weight} italic` : String(weight));
    families.set(family, cuts);
  }
  const rows = [...families].map(([family, cuts]) => [family, cuts.join(', ')]);
  const columns = [{ head: word.family }, { head: word.cuts }];
  terminal.out(renderTable(columns, rows, { colour: terminal.colour.out }));
  return report.exitCode;
}
