/** Prefixes of namespaces (Namespaces in XML 1.0): what an element declares, and whether a name is bound. */

/** The prefixes in force in an element: its own on top of those around it. */
export function declared(
  attributes: ReadonlyMap<string, string>,
  outer: ReadonlyMap<string, string>,
): ReadonlyMap<string, string> {
  let prefixes: Map<string, string> | undefined;
  for (const [key, value] of attributes) {
    if (key !== 'xmlns' && !key.startsWith('xmlns:')) continue;
    prefixes ??= new Map(outer);
    prefixes.set(key.slice(6), value);
  }
  return prefixes ?? outer;
}

/** Whether the prefixes of all attributes are declared (Namespaces in XML 1.0, 5). */
export function areBound(
  attributes: ReadonlyMap<string, string>,
  prefixes: ReadonlyMap<string, string>,
): boolean {
  for (const key of attributes.keys()) {
    const colon = key.indexOf(':');
    if (colon >= 0 && !key.startsWith('xmlns:') && !prefixes.has(key.slice(0, colon))) return false;
  }
  return true;
}
