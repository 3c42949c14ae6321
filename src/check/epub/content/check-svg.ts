/**
 * A drawing, in text or a document of its own, as far as EPUB 3.3, 6.2.3 restricts SVG: what stands in
 * `foreignObject` and `title`, where `epub:type` may be, and the shape of ids. The rest of SVG is the drawing
 * program's business.
 */
import { elementsOf, type XmlElement } from '../../../document/read-xml.js';
import { isOfHtml, written, type Findings } from './findings.js';
import { epubNamespace, svgNamespace } from './namespaces.js';
import type { ContentMode } from './rules.js';
import { nameTokens, ncName, token } from './values.js';

/** The walk that goes on where HTML stands in a drawing. */
export interface SvgWalk {
  readonly mode: ContentMode;
  readonly findings: Findings;
  /** Holds what is in an element to the rule of this name. */
  content(element: XmlElement, rule: string): void;
}

/** Structure, shapes and text: what a reader meets, and so what may have a meaning. */
const typed: ReadonlySet<string> = new Set(
  (
    'a audio canvas circle ellipse g iframe image line path polygon polyline rect svg switch symbol text textPath ' +
    'tspan unknown use video'
  ).split(' '),
);

/** Checks a drawing from one of its elements down; `root` for the outermost `svg`. */
export function checkSvg(element: XmlElement, walk: SvgWalk, root = false): void {
  checkSvgAttributes(element, walk, root);
  const name = element.namespace === svgNamespace ? element.name : '';
  if (name === 'foreignObject')
    return walk.content(element, walk.mode === 'svg' ? `${foreign}@svg` : foreign);
  if (name === 'title') return checkTitle(element, walk);
  for (const child of element.children) if (child.type === 'element') checkSvg(child, walk);
}

const foreign = 'svg:foreignObject';

/** In `title` there is HTML and nothing else, not even a drawing. */
function checkTitle(element: XmlElement, walk: SvgWalk): void {
  const strange = [...elementsOf(element)].find((inside) => inside !== element && !isOfHtml(inside));
  if (!strange) return walk.content(element, 'svg:title');
  const at = { parent: written(element), child: written(strange), allowed: 'span, p …' };
  walk.findings.add('CHECK-XHTML-CHILD', strange, at);
}

function checkSvgAttributes(element: XmlElement, { mode, findings }: SvgWalk, root: boolean): void {
  for (const [key, value] of element.attributes) {
    const at = { element: written(element), attribute: key };
    if (key === 'id') {
      const type = mode === 'svg' ? ncName : token;
      if (!type.accepts(value))
        findings.add('CHECK-XHTML-VALUE', element, { ...at, value, allowed: type.like });
    }
    const colon = key.indexOf(':');
    if (colon < 0 || element.prefixes.get(key.slice(0, colon)) !== epubNamespace || key.startsWith('xmlns:'))
      continue;
    const name = key.slice(colon + 1);
    const taken = name === 'type' && element.namespace === svgNamespace && typed.has(element.name);
    if (taken && !nameTokens.accepts(value))
      findings.add('CHECK-XHTML-VALUE', element, { ...at, value, allowed: nameTokens.like });
    if (!taken && !(name === 'prefix' && root && mode === 'svg'))
      findings.add('CHECK-XHTML-ATTRIBUTE', element, at);
  }
}
