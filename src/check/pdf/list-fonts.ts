/** The fonts that the pages of a PDF name, each once: bytes in; names without subset tags out. */
import { PdfRef } from './objects.js';
import { openPdf } from './open-pdf.js';
import { pagesOf } from './pages.js';
import { readFont } from './read-font.js';

/** A font, and whether its program is in the file. */
export interface ListedFont {
  readonly name: string;
  readonly embedded: boolean;
}

/** In alphabetical order; a font of which one part is not embedded is not. */
export function fontsOfPdf(bytes: Uint8Array): readonly ListedFont[] {
  const { value: file } = openPdf(bytes, '');
  if (!file) return [];
  const seen = new Set<number>();
  const fonts = new Map<string, boolean>();
  for (const { resources } of pagesOf(file)) {
    for (const font of file.dict(resources.raw('Font'))?.entries.values() ?? []) {
      if (font instanceof PdfRef && seen.has(font.number)) continue;
      if (font instanceof PdfRef) seen.add(font.number);
      const dictionary = file.dict(font);
      if (!dictionary) continue;
      const { name, embedded } = readFont(file, dictionary);
      const plain = name.replace(/^[A-Z]{6}\+/, '');
      fonts.set(plain, embedded && (fonts.get(plain) ?? true));
    }
  }
  return Array.from(fonts, ([name, embedded]) => ({ name, embedded })).sort((a, b) =>
    a.name < b.name ? -1 : 1,
  );
}
