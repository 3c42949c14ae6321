/**
 * Helpers of the reading tests: an article from a text in memory, the tree as indented lines, words.
 */
import type { Diagnostic } from '../../src/diagnostic.js';
import type { Article } from '../../src/document/publication.js';
import { attributes, type RootNode, type TreeNode } from '../../src/document/tree.js';
import { readSource } from '../../src/read/read.js';
import { memoryHost } from './memory-host.js';

/** Reads one file of a host in memory; fails the test when there is no article. */
export async function readArticle(
  files: Readonly<Record<string, string | Uint8Array>>,
  path = Object.keys(files)[0] ?? '',
): Promise<{ article: Article; diagnostics: readonly Diagnostic[] }> {
  const { value, diagnostics } = await readSource(path, memoryHost(files));
  if (!value) throw new Error(`no article: ${JSON.stringify(diagnostics)}`);
  return { article: value, diagnostics };
}

/** Code, and line where there is one: `READ-LEFT-OUT 1`. */
export function said(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map((d) => (d.span?.line === undefined ? d.code : `${d.code} ${d.span.line}`));
}

/** A tree as lines: tag, attributes, and text in quotes; `depth` spaces deep. */
export function dump(node: TreeNode | RootNode, depth = 0): string {
  const indent = '  '.repeat(depth);
  if (node.type === 'text') {
    const mark = node.origin === 'generated' ? '~' : '';
    return `${indent}${mark}${JSON.stringify(node.value)}\n`;
  }
  if (node.type === 'root') return node.children.map((child) => dump(child, depth)).join('');
  const shown = attributes(node).map(([name, value]) => ` ${name}="${value}"`);
  const children = node.children.map((child) => dump(child, depth + 1)).join('');
  return `${indent}${node.tagName}${shown.join('')}\n${children}`;
}

/** The words of a text, blanks of every kind between them. */
export function wordsOf(text: string): readonly string[] {
  return text.split(/[\s\u00a0]+/u).filter(Boolean);
}

/** The words of a subtree that the source gave: blocks and line breaks end a word, what we added is left out. */
export function contentText(node: TreeNode | RootNode): string {
  if (node.origin === 'generated') return '';
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'br') return ' ';
  // An author's break mark in a title, which was typed as a bar.
  if (node.type === 'element' && node.tagName === 'wbr') return '| ';
  const inner = node.children.map(contentText).join('');
  const inline = node.type === 'element' && /^(?:span|wbr|a|em|strong)$/.test(node.tagName);
  return inline ? inner : ` ${inner} `;
}
