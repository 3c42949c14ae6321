/**
 * A package document or an NCX whose elements have a prefix (`opf:package`), as one without: epubcheck-ts
 * reads the package by names without prefixes and would take such a one for empty. Text in, text out; lines
 * stay as they are, and so does a document that has none, or also a default namespace.
 */
const namespaces = ['http://www.idpf.org/2007/opf', 'http://www.daisy.org/z3986/2005/ncx/'];

/** The document without the prefix; undefined when there is nothing to change. */
export function withoutPrefix(text: string): string | undefined {
  const prefix = /<([\w.-]+):(?:package|ncx)[\s>]/.exec(text)?.[1];
  if (prefix === undefined || /\sxmlns\s*=/.test(text)) return undefined;
  const declaration = new RegExp(`\\sxmlns:${escaped(prefix)}\\s*=\\s*(["'])(.*?)\\1`);
  const namespace = declaration.exec(text)?.[2];
  if (namespace === undefined || !namespaces.includes(namespace)) return undefined;
  return text
    .replaceAll(new RegExp(`(</?)${escaped(prefix)}:`, 'g'), '$1')
    .replace(declaration, (whole) => ` xmlns="${namespace}"${whole}`);
}

function escaped(name: string): string {
  return name.replaceAll(/[.-]/g, '\\$&');
}
