/**
 * Prefixes of properties (EPUB 3.3, D.1.4 and D.1.5): how the attribute `prefix` declares them, which must
 * not be declared, and whether those that `epub:type` uses are. In: the root of a document; out: each fault.
 */
import { diagnostic, type Diagnostic } from '../../../../diagnostic.js';
import { attributeOf, elementsOf, type XmlElement } from '../../../../document/read-xml.js';
import { epubNamespace } from '../../spine-text.js';

/** The vocabularies whose words stand without a prefix (D.2.1), in the package and in documents. */
const defaults = new Set([
  'http://idpf.org/epub/vocab/package/meta/#',
  'http://idpf.org/epub/vocab/package/link/#',
  'http://idpf.org/epub/vocab/package/item/#',
  'http://idpf.org/epub/vocab/package/itemref/#',
  'http://www.idpf.org/epub/vocab/structure/#',
]);
const dublinCore = 'http://purl.org/dc/elements/1.1/';
/** Prefixes that content documents may use undeclared (D.1.5). */
const reserved = ['msv', 'prism'];

/** The faults of the prefixes of a package document. */
export function checkPackagePrefixes(root: XmlElement, file: string): readonly Diagnostic[] {
  return declaredPrefixes(root.attributes.get('prefix') ?? '', root, file).faults;
}

/** The faults of the prefixes of a content document or a media overlay, and of what uses them. */
export function checkTypePrefixes(root: XmlElement, file: string): readonly Diagnostic[] {
  const { prefixes, faults } = declaredPrefixes(attributeOf(root, epubNamespace, 'prefix') ?? '', root, file);
  const overlay = root.name === 'smil';
  const known = new Set([...prefixes, ...(overlay ? [] : reserved)]);
  const undeclared = [...elementsOf(root)].flatMap((element) =>
    (attributeOf(element, epubNamespace, 'type') ?? '').split(/\s+/).flatMap((word) => {
      const prefix = /^([^:]+):./.exec(word)?.[1];
      return prefix === undefined || known.has(prefix)
        ? []
        : [diagnostic('EPUB-OPF-028', { prefix }, at(element, file))];
    }),
  );
  return [...faults, ...undeclared];
}

interface Declared {
  readonly prefixes: readonly string[];
  readonly faults: readonly Diagnostic[];
}

/** `name: address name: address …` */
function declaredPrefixes(value: string, root: XmlElement, file: string): Declared {
  const words = value.split(/\s+/).filter(Boolean);
  const prefixes: string[] = [];
  const faults: Diagnostic[] = [];
  for (let i = 0; i < words.length; i += 2) {
    const word = words[i] ?? '';
    const prefix = word.replace(/:.*$/, '');
    if (word === `${prefix}:`) {
      const code = forbidden(prefix, words[i + 1] ?? '');
      if (code) faults.push(diagnostic(code, { prefix }, at(root, file)));
      else prefixes.push(prefix);
    } else {
      const joined = word.includes(':');
      faults.push(diagnostic(joined ? 'EPUB-OPF-004D' : 'EPUB-OPF-004C', { prefix }, at(root, file)));
      // The address stands in the same word, or behind a colon of its own.
      if (joined) i -= 1;
      else if (words[i + 1] === ':') i += 1;
    }
  }
  return { prefixes, faults };
}

function forbidden(
  prefix: string,
  url: string,
): 'EPUB-OPF-007A' | 'EPUB-OPF-007B' | 'EPUB-OPF-007C' | undefined {
  if (prefix === '_') return 'EPUB-OPF-007A';
  if (defaults.has(url)) return 'EPUB-OPF-007B';
  return url === dublinCore ? 'EPUB-OPF-007C' : undefined;
}

function at(
  { line, column }: XmlElement,
  file: string,
): { span: { file: string; line: number; column: number } } {
  return { span: { file, line, column } };
}
