/** The namespaces that meet in a content document. */
export const xhtmlNamespace = 'http://www.w3.org/1999/xhtml';
export const svgNamespace = 'http://www.w3.org/2000/svg';
export const mathNamespace = 'http://www.w3.org/1998/Math/MathML';
export const epubNamespace = 'http://www.idpf.org/2007/ops';
export const xmlNamespace = 'http://www.w3.org/XML/1998/namespace';
export const ssmlNamespace = 'http://www.w3.org/2001/10/synthesis';
export const eventsNamespace = 'http://www.w3.org/2001/xml-events';
export const ncxNamespace = 'http://www.daisy.org/z3986/2005/ncx/';
export const xlinkNamespace = 'http://www.w3.org/1999/xlink';

/** Prefixes under which rules name attributes and elements, whatever prefix a document has for them. */
export const rulePrefixes: ReadonlyMap<string, string> = new Map([
  [xhtmlNamespace, ''],
  [svgNamespace, 'svg:'],
  [mathNamespace, 'math:'],
  [epubNamespace, 'epub:'],
  [xmlNamespace, 'xml:'],
  [ssmlNamespace, 'ssml:'],
  [eventsNamespace, 'ev:'],
  [xlinkNamespace, 'xlink:'],
]);
