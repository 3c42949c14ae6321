/**
 * The attributes of one element: those that it may have, the values that they may have, those that it needs, and
 * `role` with the states that belong to the role (ARIA in HTML, DPUB-ARIA 1.1). In: an element and its rule.
 */
import type { XmlElement } from '../../../document/read-xml.js';
import { ariaAttributes, globalStates, nativeRoles, roles } from './aria.js';
import type { ElementRule } from './element-rule.js';
import { written, type Findings } from './findings.js';
import {
  caseless,
  htmlAttributes,
  idOnly,
  mathAttributes,
  semanticAttributes,
  semanticType,
} from './global-attributes.js';
import { epubNamespace, mathNamespace, rulePrefixes, xhtmlNamespace } from './namespaces.js';
import type { ValueType } from './values.js';

/** Holds the attributes of an element to its rule. */
export function checkAttributes(element: XmlElement, rule: ElementRule, findings: Findings): void {
  const role = element.attributes.get('role');
  for (const [key, value] of element.attributes) {
    const name = nameOf(element, key);
    if (name !== undefined) checkAttribute({ element, rule, findings, key, name, value, role });
  }
  for (const need of rule.needs ?? []) {
    const names = need.split(' | ');
    if (names.some((name) => hasAttribute(element, name))) continue;
    findings.add('CHECK-XHTML-ATTRIBUTE-MISSING', element, {
      element: written(element),
      attribute: names.join(', '),
    });
  }
  if (role !== undefined && rule.roles !== undefined) checkNeededStates(element, rule, role, findings);
}

interface Asked {
  readonly element: XmlElement;
  readonly rule: ElementRule;
  readonly findings: Findings;
  readonly key: string;
  readonly name: string;
  readonly value: string;
  readonly role: string | undefined;
}

function checkAttribute(asked: Asked): void {
  const { element, rule, findings, key, name, value } = asked;
  if (name === 'role' && !rule.open) return checkRole(asked);
  if (name === 'role' && rule.roles !== undefined) return checkRole(asked);
  const type = typeOf(asked);
  const at = { element: written(element), attribute: key };
  if (!type) {
    if (ariaAttributes.has(name) && rule.lacks !== 'html') {
      findings.add('CHECK-XHTML-STATE', element, { ...at, role: asked.role ?? '—' });
    } else findings.add('CHECK-XHTML-ATTRIBUTE', element, at);
    return;
  }
  const html = element.namespace === xhtmlNamespace;
  if (type.accepts(html && caseless.has(name) ? value.toLowerCase() : value)) return;
  findings.add('CHECK-XHTML-VALUE', element, { ...at, value, allowed: type.like });
}

/** The type of an attribute's value on this element; undefined when the element does not take it. */
function typeOf({ element, rule, name, role }: Asked): ValueType | undefined {
  const own = rule.takes?.[name];
  if (own) return own;
  const refused = rule.refuses?.includes(name) ?? false;
  if (rule.lacks === 'html') return element.namespace === epubNamespace ? idOnly.get(name) : undefined;
  if (name === 'epub:type') return rule.typed === false ? undefined : semanticType;
  const state = ariaAttributes.get(name);
  if (state && (globalStates.has(name) || takesState(rule, role, name))) return state;
  if (refused || (state && !rule.open)) return undefined;
  if (element.namespace === mathNamespace) return mathAttributes.get(name);
  const semantic = rule.lacks === 'semantics' ? undefined : semanticAttributes.get(name);
  const found = htmlAttributes.get(name) ?? semantic;
  return found ?? (rule.open && !name.includes(':') ? anything : undefined);
}

const anything: ValueType = { accepts: () => true, like: '…' };

function takesState(rule: ElementRule, role: string | undefined, name: string): boolean {
  const states = role === undefined ? nativeRoles.get(rule.native ?? '') : roles.get(role);
  return states?.taken.has(name) ?? false;
}

function checkRole({ element, rule, findings, value }: Asked): void {
  const at = { element: written(element), role: value };
  if (!roles.has(value)) findings.add('CHECK-XHTML-ROLE-UNKNOWN', element, at);
  else if (rule.roles === undefined || (rule.roles !== 'any' && !allowed(rule.roles, value)))
    findings.add('CHECK-XHTML-ROLE', element, { ...at, allowed: allowedRoles(rule) });
}

const allowed = (list: readonly string[], role: string): boolean =>
  list.includes(role) || list.includes(`${role}@native`);

function allowedRoles(rule: ElementRule): string {
  if (rule.roles === undefined || rule.roles === 'any') return '—';
  return rule.roles.map((role) => role.replace('@native', '')).join(', ');
}

/** A role needs its states, unless the element has them of itself. */
function checkNeededStates(element: XmlElement, rule: ElementRule, role: string, findings: Findings): void {
  if (rule.roles === 'any' ? !roles.has(role) : !rule.roles?.includes(role)) return;
  for (const state of roles.get(role)?.needed ?? []) {
    if (element.attributes.has(state)) continue;
    findings.add('CHECK-XHTML-ATTRIBUTE-MISSING', element, {
      element: `${written(element)} role="${role}"`,
      attribute: state,
    });
  }
}

function hasAttribute(element: XmlElement, name: string): boolean {
  if (!name.includes(':')) return element.attributes.has(name);
  return [...element.attributes.keys()].some((key) => nameOf(element, key) === name);
}

/**
 * The name under which the rules know an attribute; undefined for what they do not look at: declarations of
 * namespaces, attributes of others' namespaces, `data-` and `its-`.
 */
function nameOf(element: XmlElement, key: string): string | undefined {
  const colon = key.indexOf(':');
  if (colon < 0)
    return key === 'xmlns' || key.startsWith('data-') || key.startsWith('its-') ? undefined : key;
  const prefix = key.slice(0, colon);
  if (prefix === 'xmlns') return undefined;
  const namespace = element.prefixes.get(prefix) ?? '';
  const known = rulePrefixes.get(namespace);
  if (known === undefined) return undefined;
  if (element.namespace === mathNamespace && (known === 'svg:' || known === 'xlink:')) return undefined;
  return namespace === xhtmlNamespace ? key : known + key.slice(colon + 1);
}
