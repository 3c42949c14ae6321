/** Attributes and children of one element of HTML that depend on each other. */
import { xmlText, type XmlElement } from '../../../document/read-xml.js';
import { isHtml, wordsIn, written, type Findings } from './findings.js';

/** Checks one element of HTML. */
export function checkPairs(element: XmlElement, findings: Findings): void {
  if (element.attributes.size > 0) checkLanguages(element, findings);
  for (const need of needed(element)) {
    const attribute = need.join(', ');
    if (!need.some((name) => element.attributes.has(name)))
      findings.add('CHECK-XHTML-ATTRIBUTE-MISSING', element, { element: written(element), attribute });
  }
  const roles = element.attributes.get('role');
  for (const role of roles === undefined ? [] : wordsIn(roles))
    if (role === 'doc-endnote' || role === 'doc-biblioentry')
      findings.add('CHECK-XHTML-DEPRECATED', element, { name: `role="${role}"` });
  const { name } = element;
  if (name === 'head') checkHead(element, findings);
  else if (name === 'title') checkTitle(element, findings);
  else if (name === 'select') checkSelect(element, findings);
  else if (name === 'audio' || name === 'video') checkTracks(element, findings);
  else if (name === 'map') checkMap(element, findings);
  else if (name === 'link') checkLink(element, findings);
}

/** HTML, 3.2.6.1: `lang` and `xml:lang` say the same. */
function checkLanguages(element: XmlElement, findings: Findings): void {
  const lang = element.attributes.get('lang');
  const xml = element.attributes.get('xml:lang');
  if (lang === undefined || xml === undefined || lang.toLowerCase() === xml.toLowerCase()) return;
  findings.add('CHECK-XHTML-LANG-DIFFERS', element, { element: written(element), lang, xml });
}

/** Attributes that come from others: of each list one. */
function needed({ name, attributes }: XmlElement): readonly (readonly string[])[] {
  const has = (attribute: string): boolean => attributes.has(attribute);
  const needs: (readonly string[])[] = [];
  if (name === 'bdo') needs.push(['dir']);
  if (name === 'area' && has('alt')) needs.push(['href']);
  if (name === 'area' && has('href')) needs.push(['alt']);
  if (name === 'area' && has('shape') && attributes.get('shape')?.toLowerCase() !== 'default')
    needs.push(['coords']);
  if (name === 'textarea' && attributes.get('wrap')?.toLowerCase() === 'hard') needs.push(['cols']);
  if (!has('itemprop')) return needs;
  // Where the value of a property of microdata stands (HTML, 5.2.4).
  if (name === 'a' || name === 'area') needs.push(['href']);
  if (name === 'iframe' || name === 'embed' || name === 'object') needs.push(['data']);
  if (name === 'audio' || name === 'video') needs.push(['src']);
  return needs;
}

function checkHead(head: XmlElement, findings: Findings): void {
  const children = head.children.filter((child): child is XmlElement => child.type === 'element');
  if (!children.some((child) => isHtml(child, 'title')))
    findings.add('CHECK-XHTML-TITLE', head, { element: written(head) });
  const metas = children.filter((child) => isHtml(child, 'meta'));
  const encodings = metas.filter(({ attributes }) => attributes.has('charset'));
  for (const again of encodings.slice(1)) findings.add('CHECK-XHTML-ENCODING-TWICE', again, {});
  for (const meta of metas) {
    if (meta.attributes.get('http-equiv')?.toLowerCase() !== 'content-type') continue;
    const content = meta.attributes.get('content') ?? '';
    if (!/text\/html;\s*charset=utf-8/i.test(content))
      findings.add('CHECK-XHTML-VALUE', meta, {
        element: written(meta),
        attribute: 'content',
        value: content,
        allowed: 'text/html; charset=utf-8',
      });
    if (encodings.length > 0) findings.add('CHECK-XHTML-ENCODING-TWICE', meta, {});
  }
}

function checkTitle(title: XmlElement, findings: Findings): void {
  if (xmlText(title).trim() === '') findings.add('CHECK-XHTML-TITLE-EMPTY', title, {});
}

function checkSelect(select: XmlElement, findings: Findings): void {
  if (select.attributes.has('multiple')) return;
  const chosen = optionsOf(select).filter(({ attributes }) => attributes.has('selected'));
  for (const again of chosen.slice(1))
    findings.add('CHECK-XHTML-TWICE', again, { element: written(again), attribute: 'selected' });
}

function optionsOf(element: XmlElement): readonly XmlElement[] {
  return element.children.flatMap((child) =>
    child.type === 'text' ? [] : isHtml(child, 'option') ? [child] : optionsOf(child),
  );
}

function checkTracks(media: XmlElement, findings: Findings): void {
  const standing = media.children.filter(
    (child): child is XmlElement =>
      child.type === 'element' && isHtml(child, 'track') && child.attributes.has('default'),
  );
  for (const again of standing.slice(1))
    findings.add('CHECK-XHTML-TWICE', again, { element: written(again), attribute: 'default' });
}

function checkMap(map: XmlElement, findings: Findings): void {
  const id = map.attributes.get('id');
  const name = map.attributes.get('name');
  if (id === undefined || name === undefined || id === name) return;
  findings.add('CHECK-XHTML-VALUE', map, {
    element: written(map),
    attribute: 'id',
    value: id,
    allowed: name,
  });
}

function checkLink(link: XmlElement, findings: Findings): void {
  if (link.attributes.has('sizes') && link.attributes.get('rel') !== 'icon')
    findings.add('CHECK-XHTML-ATTRIBUTE', link, { element: written(link), attribute: 'sizes' });
}
