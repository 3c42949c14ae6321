/**
 * What content models cannot say (HTML, “content model” in words; EPUB 3.3, 6.1): what an element may not stand in
 * however deep, ids and what refers to them, and attributes that depend on each other.
 */
import type { XmlElement } from '../../../document/read-xml.js';
import { checkPairs } from './check-pairs.js';
import { checkReferences } from './check-references.js';
import { isOfHtml, written, type Findings } from './findings.js';
import { epubNamespace, rulePrefixes, ssmlNamespace } from './namespaces.js';
import type { ContentMode } from './rules.js';

/** From an element to those that it may not stand in. */
const forbidden: ReadonlyMap<string, readonly string[]> = new Map([
  ['audio', ['audio', 'video']],
  ['video', ['audio', 'video']],
  ['address', ['address']],
  ['header', ['address', 'header', 'footer']],
  ['footer', ['address', 'header', 'footer']],
  ['form', ['form']],
  ['progress', ['progress']],
  ['meter', ['meter']],
  ['dfn', ['dfn']],
  ['table', ['caption']],
  ['label', ['label']],
]);
/** Elements that someone works with are not in one another (HTML, 3.2.5.2.7). */
const workedWith = ['a', 'button'];

/** Everything that is looked at is counted while it is open. */
const counted: ReadonlySet<string> = new Set([...workedWith, 'map', ...[...forbidden.values()].flat()]);

/** Checks a document from its root. */
export function checkContext(root: XmlElement, mode: ContentMode, findings: Findings): void {
  if (mode !== 'ncx') new ContextWalk(mode, findings).visit(root);
  checkReferences(root, mode, findings);
}

class ContextWalk {
  /** How many of each are open. */
  readonly #open = new Map<string, number>();

  constructor(
    readonly mode: ContentMode,
    readonly findings: Findings,
  ) {}

  visit(element: XmlElement): void {
    // HTML in a drawing of its own is held to content models only.
    const html = isOfHtml(element) && this.mode !== 'svg';
    if (html) this.#html(element);
    if (element.namespace === epubNamespace) this.#extension(element);
    this.#phonemes(element);
    checkNames(element, this.mode, this.findings);
    const names = html ? this.#namesOf(element) : phonemesOf(element);
    for (const name of names) this.#open.set(name, (this.#open.get(name) ?? 0) + 1);
    for (const child of element.children) if (child.type === 'element') this.visit(child);
    for (const name of names) this.#open.set(name, (this.#open.get(name) ?? 0) - 1);
  }

  #namesOf(element: XmlElement): readonly string[] {
    if (!counted.has(element.name)) return phonemesOf(element);
    const names = [element.name];
    if (element.name === 'a' && element.attributes.has('href')) names.push('a[href]');
    return [...names, ...phonemesOf(element)];
  }

  #isOpen(name: string): boolean {
    return (this.#open.get(name) ?? 0) > 0;
  }

  #html(element: XmlElement): void {
    const ancestors = [...(forbidden.get(element.name) ?? []), ...(isWorkedWith(element) ? workedWith : [])];
    const ancestor = ancestors.find((name) => this.#isOpen(name));
    if (ancestor !== undefined) this.#inside(element, ancestor);
    if (element.name === 'area' && !this.#isOpen('map')) this.#outside(element, 'map');
    if (element.name === 'img' && element.attributes.has('ismap') && !this.#isOpen('a[href]'))
      this.#outside(element, 'a');
    checkPairs(element, this.findings);
  }

  #inside(element: XmlElement, ancestor: string): void {
    this.findings.add('CHECK-XHTML-INSIDE', element, { element: written(element), ancestor });
  }

  #outside(element: XmlElement, ancestor: string): void {
    this.findings.add('CHECK-XHTML-OUTSIDE', element, { element: written(element), ancestor });
  }

  /** EPUB 3.3, 6.1.3.3 and 6.1.3.4. */
  #extension(element: XmlElement): void {
    if (element.name === 'switch' || element.name === 'trigger')
      this.findings.add('CHECK-XHTML-DEPRECATED', element, { name: written(element) });
  }

  /** One pronunciation for one stretch of text (EPUB 3 TTS, SSML attributes). */
  #phonemes(element: XmlElement): void {
    const [key] = phonemesOf(element);
    if (key !== undefined && this.#isOpen(key))
      this.findings.add('CHECK-XHTML-INSIDE', element, {
        element: `${written(element)} ssml:ph`,
        ancestor: 'ssml:ph',
      });
  }
}

function phonemesOf({ attributes, prefixes }: XmlElement): readonly string[] {
  for (const key of attributes.keys())
    if (key.endsWith(':ph') && prefixes.get(key.slice(0, -3)) === ssmlNamespace) return ['ssml:ph'];
  return [];
}

function isWorkedWith({ name, attributes }: XmlElement): boolean {
  switch (name) {
    case 'a':
    case 'button':
    case 'details':
    case 'embed':
    case 'iframe':
    case 'label':
    case 'menu':
    case 'select':
    case 'textarea':
      return true;
    case 'audio':
    case 'video':
      return attributes.has('controls');
    case 'img':
    case 'object':
      return attributes.has('usemap');
    case 'input':
      return attributes.get('type')?.toLowerCase() !== 'hidden';
    default:
      return false;
  }
}

/** Names that authors make up: of data (HTML, 3.2.6.6) and in namespaces of their own (EPUB 3.3, 6.1.3.5). */
function checkNames(element: XmlElement, mode: ContentMode, findings: Findings): void {
  for (const key of element.attributes.keys()) {
    const at = { element: written(element), attribute: key };
    if (key.startsWith('data-') && !dataName.test(key)) findings.add('CHECK-XHTML-DATA-NAME', element, at);
    const colon = key.indexOf(':');
    if (colon < 0 || mode === 'svg' || key.startsWith('xmlns:')) continue;
    const namespace = element.prefixes.get(key.slice(0, colon)) ?? '';
    if (!rulePrefixes.has(namespace) && reserved.test(namespace))
      findings.add('CHECK-XHTML-NAMESPACE', element, { ...at, namespace });
  }
}

/** After `data-` comes a name of XML without capitals. */
const dataName = /^data-[\p{Ll}\p{Lo}_][\p{Ll}\p{Lo}\p{N}\p{M}._·-]*$/u;
const reserved = /^[a-z]+:\/\/[^/?#]*(?:w3|idpf)\.org/i;
