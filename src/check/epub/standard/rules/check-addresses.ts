/**
 * The addresses in a content document or a media overlay (URL Standard; EPUB 3.3, 3.4, 3.7, 3.8): whether
 * each is valid, and is of a kind that may stand there. In: the root of a document; out: each fault.
 */
import { diagnostic, type Diagnostic } from '../../../../diagnostic.js';
import { elementsOf, xmlText, type XmlElement } from '../../../../document/read-xml.js';
import { isAddress } from '../../open-epub.js';

/** Attributes that hold one address, in XHTML, SVG, MathML and SMIL. */
const holders = ['href', 'xlink:href', 'src', 'poster', 'cite', 'altimg', 'epub:textref'];

/** The faults of all addresses of a document. */
export function checkAddresses(root: XmlElement, file: string): readonly Diagnostic[] {
  const outside = [...elementsOf(root)].some(
    (element) => element.name === 'base' && isAddress(element.attributes.get('href') ?? ''),
  );
  return [...elementsOf(root)].flatMap((element) =>
    addressesOf(element).flatMap((url): readonly Diagnostic[] => {
      const code = faultOf(url, element, outside);
      const { line, column } = element;
      return code ? [diagnostic(code, { url: shortened(url) }, { span: { file, line, column } })] : [];
    }),
  );
}

function addressesOf(element: XmlElement): readonly string[] {
  if (element.name === 'style') return fileAddresses(xmlText(element));
  const names = element.name === 'object' ? ['data'] : holders;
  return names.flatMap((name) => element.attributes.get(name)?.trim() ?? []);
}

/** The addresses of a style sheet that lead to the author's machine; the others are epubcheck-ts's. */
function fileAddresses(css: string): readonly string[] {
  return [...css.matchAll(/(?:url\(\s*|@import\s+)["']?(file:[^"')\s;]*)/gi)].map(([, url = '']) => url);
}

type Code = 'EPUB-RSC-020' | 'EPUB-RSC-029' | 'EPUB-RSC-030' | 'EPUB-RSC-033';

function faultOf(url: string, { name }: XmlElement, outside: boolean): Code | undefined {
  if (/^file:/i.test(url)) return 'EPUB-RSC-030';
  // A link to data would open a document without a place in the book (3.7).
  if (/^data:/i.test(url)) return name === 'a' || name === 'area' ? 'EPUB-RSC-029' : undefined;
  if (!isValid(url)) return 'EPUB-RSC-020';
  return !outside && !isAddress(url) && url.replace(/#.*$/, '').includes('?') ? 'EPUB-RSC-033' : undefined;
}

/** What may stand in an address (URL Standard, URL code points), `%` only before two hexadecimal digits. */
const points = /^(?:[\w!$&'()*+,\-./:;=?@~]|%[0-9A-Fa-f]{2}|[\u00a0-\u{10fffd}])*$/u;

/** Whether an address of the web or of the book is valid; addresses of other schemes have rules of their own. */
function isValid(url: string): boolean {
  const web = /^(?:https?|ftp):(.*)$/is.exec(url)?.[1];
  if (web === undefined && isAddress(url)) return true;
  if (web !== undefined && !/^\/\/[^/?#]/.test(web)) return false;
  // The brackets of an IPv6 host are no fault.
  const rest = (web ?? url).replace(/^\/\/\[[0-9A-Fa-f:.]+\]/, '');
  const hash = rest.indexOf('#');
  return hash < 0 ? points.test(rest) : points.test(rest.slice(0, hash)) && points.test(rest.slice(hash + 1));
}

function shortened(url: string): string {
  return url.length > 120 ? `${url.slice(0, 119)}…` : url;
}
