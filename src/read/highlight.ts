/**
 * The text of a code block → its nodes with the words of its language marked: `span` elements with the
 * classes of highlight.js (`hljs-keyword`, `hljs-string` …), which style sheets colour. Not one
 * character is changed. The grammars are loaded when the first block that names a language is met.
 */
import type { Span } from '../diagnostic.js';
import { element, text, type TreeNode } from '../document/tree.js';

/** Nodes of a code text, or undefined where its language is not known: it is then set as it stands. */
export type Highlighter = (code: string, language: string, span: Span) => readonly TreeNode[] | undefined;

/** UTF-16 units. Longer listings are data, not reading, and the grammars are patterns that try again and again. */
const longestCode = 50_000;

/** The language that a fence names; behind a comma or brace stands what programs shall do: `rust,ignore`. */
export function fenceLanguage(info: string): string {
  return /^\s*([^\s,{]*)/.exec(info)?.[1] ?? '';
}

type Root = ReturnType<ReturnType<(typeof import('lowlight'))['createLowlight']>['highlight']>;
type MarkedNode = Root['children'][number];

/** Loads the grammars of the languages in common use. */
export async function loadHighlighter(): Promise<Highlighter> {
  const { common, createLowlight } = await import('lowlight');
  const lowlight = createLowlight(common);
  return (code, language, span) => {
    const name = language.toLowerCase();
    if (code.length > longestCode || !lowlight.registered(name)) return undefined;
    const place = new Place(span);
    const nodes = lowlight.highlight(name, code).children.flatMap((node) => place.nodes(node));
    return place.read === code ? nodes : undefined;
  };
}

/** Where in the source the nodes stand: the line goes on with every line feed. */
class Place {
  /** All text so far: what is marked must be what was typed. */
  read = '';
  #line: number;

  constructor(private readonly start: Span) {
    this.#line = start.line ?? 1;
  }

  nodes(node: MarkedNode): readonly TreeNode[] {
    const span = { file: this.start.file, line: this.#line };
    if (node.type === 'text') {
      this.read += node.value;
      this.#line += node.value.split('\n').length - 1;
      return [text(node.value, { span })];
    }
    if (node.type !== 'element') return [];
    const { className } = node.properties;
    const children = node.children.flatMap((child) => this.nodes(child));
    return [
      element(node.tagName, { className: Array.isArray(className) ? className : [] }, children, { span }),
    ];
  }
}
