/** The properties of a document (`docProps/core.xml`; ECMA-376, part 2, 11): what stands there of the article. */
import { elementsOf, readXml, xmlText } from '../../document/read-xml.js';

/** What Word filled in by itself, or the machine is called. */
const nobody =
  /^(?:admin(?:istrator)?|user|users|pc|owner|windows user|microsoft office user|unknown|python-docx|\W*)$/i;
const noTitle = /^(?:microsoft word\b.*|word document|document\d*|untitled|\W*)$/i;

export interface DocumentProperties {
  readonly title?: string;
  readonly authors: readonly string[];
  readonly subjects: readonly string[];
}

/** Reads the part; its dates are those of the file, not of the article, and stay where they are. */
export function readProperties(source: string | undefined): DocumentProperties {
  const read = source === undefined ? undefined : readXml(source);
  const values = new Map<string, string>();
  if (read?.ok)
    for (const node of elementsOf(read.root))
      values.set(node.name, xmlText(node).normalize('NFC').replace(/\s+/g, ' ').trim());
  const title = values.get('title') ?? '';
  const list = (name: string): readonly string[] =>
    (values.get(name) ?? '').split(/\s*[;,]\s*/).filter(Boolean);
  return {
    ...(noTitle.test(title) ? {} : { title }),
    authors: list('creator').filter((name) => !nobody.test(name)),
    subjects: list('keywords'),
  };
}
