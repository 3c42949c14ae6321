/**
 * Which case shows which row of the property table: a case shows a property when it declares it and
 * comes out differently without it. Where nothing can differ (the property has one value) a
 * declaration of another value that is reported counts.
 */
import { propertyTable } from '../../src/style/property-table.js';
import { aliases } from '../../src/style/shorthands.js';
import { pageCases, pageFiles, runPageCase, type PageCase } from './page-suite.js';

/** Every row: longhands, shorthands, descriptors, aliases. */
export const rows: readonly string[] = [
  ...propertyTable().map(({ name }) => name),
  ...aliases.keys(),
].toSorted();

/** The declarations of a property in a sheet or a style attribute. */
function declarationsOf(name: string): RegExp {
  return new RegExp(`(?<=[{;"]\\s*)${name}\\s*:[^;}"]*(?:"[^"]*"[^;}"]*)*;?`, 'gu');
}

function without(one: PageCase, name: string): PageCase | undefined {
  const pattern = declarationsOf(name);
  const css = one.css.replace(pattern, '');
  const html = one.html.replace(pattern, '');
  return css === one.css && html === one.html ? undefined : { ...one, css, html };
}

async function isShownBy(name: string, one: PageCase): Promise<boolean> {
  const less = without(one, name);
  if (!less) return false;
  return JSON.stringify(await runPageCase(less)) !== JSON.stringify(one.expected);
}

/** The first file that shows a row, if any. */
export async function fileShowing(name: string): Promise<string | undefined> {
  for (const file of pageFiles)
    for (const one of pageCases(file)) if (await isShownBy(name, one)) return file;
  return undefined;
}

/** Rows that no case can show, and why. */
export const unshown: Readonly<Record<string, string>> = {};
