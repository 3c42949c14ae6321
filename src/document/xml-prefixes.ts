/** Prefixes of namespaces (Namespaces in XML 1.0): what an element declares, and whether a name is bound. */

/** The prefixes in force in an element: its own on top of those around it. */
export function declared(
  attributes: ReadonlyMap<string, string>,
  outer: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  const own = [...attributes].filter(([key]) => key === 'xmlns' || key.startsWith('xmlns:'));
  return own.length === 0 ? outer : new Map([...outer, ...own.map(([k, v]) => [k.slice(6), v] as const)]);
}

/** Whether the prefix of an attribute is declared (Namespaces in XML 1.0, 5). */
export function isBound(key: string, prefixes: ReadonlyMap<string, string>): boolean {
  const colon = key.indexOf(':');
  return colon < 0 || key.startsWith('xmlns:') || prefixes.has(key.slice(0, colon));
}
