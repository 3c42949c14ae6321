/** How the PDF rules say where something is: the file, and the words in question, cut short. */
import type { Span } from '../../../diagnostic.js';
import type { PdfContents } from '../read-pdf.js';

/** The place of a finding. A PDF has no lines: pages stand in the messages. */
export function at(contents: PdfContents): { span: Span } {
  return { span: { file: contents.file.name } };
}

/** The first 40 characters of a text. */
export function excerpt(text: string): string {
  const characters = Array.from(text.trim());
  return characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : characters.join('');
}
