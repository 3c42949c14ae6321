/** Where the checks of one content document put what they find. */
import { diagnostic, type Diagnostic, type DiagnosticCode } from '../../../diagnostic.js';
import type { XmlElement } from '../../../document/read-xml.js';
import { mathNamespace, rulePrefixes, svgNamespace, xhtmlNamespace } from './namespaces.js';

/** Findings in one file. */
export class Findings {
  readonly diagnostics: Diagnostic[] = [];

  constructor(readonly file: string) {}

  /** Notes a fault at the place of an element. */
  add(code: DiagnosticCode, { line, column }: XmlElement, values: Diagnostic['values']): void {
    this.diagnostics.push(diagnostic(code, values, { span: { file: this.file, line, column } }));
  }
}

/** An element as its author wrote it, prefix included. */
export const written = ({ prefix, name }: XmlElement): string => (prefix === '' ? name : `${prefix}:${name}`);

/** Whether an element is of XHTML and has this name. */
export const isHtml = (element: XmlElement, name: string): boolean =>
  element.name === name && element.namespace === xhtmlNamespace;

/** Whether an element is HTML's own, not one that an author's script defines. */
export const isOfHtml = ({ namespace, name }: XmlElement): boolean =>
  namespace === xhtmlNamespace && !name.includes('-');

/** The name under which the rules know an element: `p`, `svg:g`, `math:mi`, `custom:element`, `other:element`. */
export function ruleName({ namespace, name }: XmlElement): string {
  if (namespace === xhtmlNamespace) return name.includes('-') ? 'custom:element' : name;
  if (namespace === svgNamespace || namespace === mathNamespace)
    return (rulePrefixes.get(namespace) ?? '') + name;
  const prefix = rulePrefixes.get(namespace);
  return prefix === undefined ? 'other:element' : prefix + name;
}

/** Words separated by white space. */
export const wordsIn = (value: string): readonly string[] => value.split(/\s+/).filter(Boolean);
