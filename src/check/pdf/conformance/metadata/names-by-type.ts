/** Names in groups of one type, as the tables of XMP list properties and fields. */

/** Type → names, blanks between them. */
export type NamesByType = Readonly<Record<string, string>>;

/** Name → type. */
export function byName(table: NamesByType): ReadonlyMap<string, string> {
  return new Map(
    Object.entries(table).flatMap(([type, names]) =>
      names
        .trim()
        .split(/\s+/)
        .map((name) => [name, type] as const),
    ),
  );
}
