/**
 * One content document held to the content models and attributes of XHTML, MathML and SVG as EPUB 3.3 (6 and 7)
 * takes them, and to what an element may not stand in, refer to or say twice. In: a parsed file; out: each fault
 * at its place. What the document refers to in other files is looked at elsewhere.
 */
import type { Diagnostic } from '../../../diagnostic.js';
import type { XmlElement } from '../../../document/read-xml.js';
import { checkAttributes } from './check-attributes.js';
import { checkContext } from './check-context.js';
import { checkNcx } from './check-ncx.js';
import { checkNavigation } from './check-navigation.js';
import { checkSvg } from './check-svg.js';
import { Findings, ruleName, written } from './findings.js';
import type { ContentModel, State } from './grammar.js';
import { ncxNamespace, svgNamespace } from './namespaces.js';
import { rulesFor, type Around, type ContentMode, type FoundRule, type Rules } from './rules.js';

export type { ContentMode } from './rules.js';

/** Checks one document; `file` names it in messages. */
export function checkContentDocument(
  root: XmlElement,
  mode: ContentMode,
  file: string,
): readonly Diagnostic[] {
  const findings = new Findings(file);
  const walk = new ContentWalk(mode, findings);
  walk.root(root);
  checkContext(root, mode, findings);
  if (mode === 'nav') checkNavigation(root, findings);
  if (mode === 'ncx') checkNcx(root, findings);
  return findings.diagnostics.toSorted((a, b) => placeOf(a) - placeOf(b));
}

function placeOf({ span }: Diagnostic): number {
  return (span?.line ?? 0) * 1e6 + (span?.column ?? 0);
}

/** More names than these say nothing to a reader. */
const mostExpected = 12;

class ContentWalk {
  readonly #rules: Rules;

  constructor(
    readonly mode: ContentMode,
    readonly findings: Findings,
  ) {
    this.#rules = rulesFor(mode);
  }

  root(root: XmlElement): void {
    const wanted = this.mode === 'svg' ? 'svg:svg' : this.mode === 'ncx' ? 'ncx:ncx' : 'html';
    if (this.#name(root) !== wanted) {
      this.findings.add('CHECK-XHTML-ROOT', root, {
        element: written(root),
        wanted: wanted.replace(/.*:/, ''),
      });
      return;
    }
    this.element(root, wanted, 'flow');
  }

  /** An element by the rule of this name, and all in it. `around` is what a transparent parent may hold. */
  element(element: XmlElement, name: string, around: Around): void {
    if (element.namespace === svgNamespace) return checkSvg(element, this, element.name === 'svg');
    const found = this.#rules.find(name, element);
    if (!found) {
      this.findings.add('CHECK-XHTML-ELEMENT', element, { element: written(element) });
      return this.#children(element, undefined, around);
    }
    if (name !== 'custom:element' && name !== 'other:element') {
      checkAttributes(element, found.rule, this.findings);
    }
    if (found.rule.holds !== '#unchecked') this.#within(element, found, around);
  }

  /** What is in an element by the rule of this name. */
  content(element: XmlElement, name: string): void {
    const found = this.#rules.find(name, element);
    if (found) this.#within(element, found, 'flow');
  }

  #within(element: XmlElement, found: FoundRule, around: Around): void {
    const model = this.#rules.model(found, element, around);
    if (model) this.#hold(element, model);
    this.#children(element, model, inside(found, around));
  }

  /** The rules of an element's children, for those that may be there; the others by their usual rules. */
  #children(element: XmlElement, model: ContentModel | undefined, around: Around): void {
    for (const child of element.children) {
      if (child.type !== 'element') continue;
      const name = this.#name(child);
      const rule = model?.rules.get(name) ?? name;
      this.element(child, rule, rule.includes('@') && !rule.endsWith('@transparent') ? 'phrasing' : around);
    }
  }

  /** In a drawing of its own there are no elements of scripts, in an NCX only its own. */
  #name(element: XmlElement): string {
    if (this.mode === 'ncx')
      return element.namespace === ncxNamespace ? `ncx:${element.name}` : 'other:element';
    const name = ruleName(element);
    return this.mode === 'svg' && name === 'custom:element' ? 'other:element' : name;
  }

  /** Text and children in their order against the content model. */
  #hold(element: XmlElement, model: ContentModel): void {
    let state: State = model.start;
    let wrong = false;
    for (const child of element.children) {
      const name =
        child.type === 'element' ? this.#name(child) : child.value.trim() === '' ? undefined : '#text';
      if (name === undefined) continue;
      const next = state.after(name) ?? (name.startsWith('svg:') ? state.after('other:element') : undefined);
      if (next) state = next;
      else {
        this.#misplaced(element, child.type === 'element' ? child : undefined, model, state);
        wrong = true;
      }
    }
    if (state.complete || wrong) return;
    this.findings.add('CHECK-XHTML-INCOMPLETE', element, {
      element: written(element),
      missing: expectedIn(state, element),
    });
  }

  #misplaced(parent: XmlElement, child: XmlElement | undefined, model: ContentModel, state: State): void {
    const at = { parent: written(parent), allowed: expectedIn(state, parent) };
    if (!child) return this.findings.add('CHECK-XHTML-TEXT', parent, at);
    const name = this.#name(child);
    const elsewhere = model.rules.has(name);
    // What no document may have is said of the element itself.
    if (!elsewhere && child.namespace !== svgNamespace && !this.#rules.find(name, child)) return;
    const code = elsewhere ? 'CHECK-XHTML-ORDER' : 'CHECK-XHTML-CHILD';
    this.findings.add(code, child, { ...at, child: written(child) });
  }
}

/** What transparent elements hold that stand in an element. */
function inside({ rule }: FoundRule, around: Around): Around {
  if (rule.holds.includes('#transparent') || rule.holds.includes('@transparent')) return around;
  return rule.holds.includes('#flow') || rule.holds === '#anything' ? 'flow' : 'phrasing';
}

/** What may stand at a place, in words of the markup; the end tag where nothing may. */
function expectedIn(state: State, parent: XmlElement): string {
  const { expected } = state;
  if (expected.has('#text') && expected.size > mostExpected)
    return expected.has('p') ? someFlow : somePhrasing;
  const names = [...expected].map((name) => name.replace(/^(?:math|svg|ncx):/, '').replace('#text', '…'));
  const shown = names.slice(0, mostExpected).join(', ');
  if (names.length > mostExpected) return `${shown} …`;
  return shown || `</${written(parent)}>`;
}

/** Of the many elements for blocks and for text the ones that are mostly wanted. */
const someFlow = 'p, ul, ol, table, figure, section, div, em, a, img …';
const somePhrasing = 'em, strong, a, span, img, br, sup …';
