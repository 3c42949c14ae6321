/**
 * Bylines and source lines taken apart: which characters are an author's name, which an agency's.
 * Known by shape (syllables with capitals, no full stop), by roles (`Tin, ảnh: …`) and by `Theo`, `Nguồn`.
 */

/** A stretch of the line that names somebody; UTF-16 offsets. */
export interface Named {
  readonly type: 'author' | 'source';
  readonly text: string;
  readonly start: number;
}

export interface Byline {
  readonly names: readonly Named[];
  /** The line says what these people did (`Tin, ảnh:`, `Tác giả:`). */
  readonly role: boolean;
}

const role = /^(?:tin bài|tin|bài viết|bài|tác giả|thực hiện|nhóm pv)(?:\s*(?:,|và|-)\s*ảnh)?\s*:\s*/iu;
const separators = /\s+[-–—]\s*|\s*[-–—]\s+|\s*[,;&]\s*|\s+và\s+/u;
/** A syllable of a name: Hà, MY, P.V, Niê, H'Hen. */
const syllable = "\\p{Lu}[\\p{L}.'’]*";
const person = new RegExp(`^${syllable}(?:\\s${syllable}){0,5}$`, 'u');
/** Offices that sign: they open with a capital and go on small. */
const office = /^(?:Nhóm|Ban|Tổ|Phòng|Trung tâm|Báo|Tạp chí|Đài|Thông tấn xã)\s\p{L}[\p{L} ]{1,40}$/u;
/** Behind a name: `/VOV4`, ` (TTXVN)`, ` (Tổng hợp)`. */
const behind = /\s*(?:\/([^/()]+)|\(([^()]+)\))$/u;
const notSources = /^(?:tổng hợp|thực hiện|t\/h|lược dịch|dịch|ghi|biên soạn)$/iu;

/** What a line says if it is a byline; undefined when its shape forbids that. */
export function bylineOf(line: string): Byline | undefined {
  if (/^(?:Theo|Nguồn)\s/u.test(line)) return undefined;
  const prefix = role.exec(line)?.[0] ?? '';
  const agency = /^\(([^()]{2,40})\)$/u.exec(line)?.[1];
  if (agency && !/\s\p{Ll}/u.test(agency)) {
    return { names: [{ type: 'source', text: agency, start: 1 }], role: false };
  }
  const names: Named[] = [];
  let at = prefix.length;
  for (const part of partsOf(line.slice(prefix.length))) {
    const found = nameIn(part, at);
    if (!found) return undefined;
    names.push(...found);
    at += part.length;
  }
  return names.some((name) => name.type === 'author') ? { names, role: prefix !== '' } : undefined;
}

/** The line cut at its separators, which stay at the head of the next part. */
function partsOf(line: string): readonly string[] {
  const parts: string[] = [];
  let rest = line;
  for (;;) {
    const skipped = parts.length === 0 ? 0 : (separators.exec(rest)?.[0].length ?? 0);
    const next = separators.exec(rest.slice(skipped));
    if (!next) return [...parts, rest];
    parts.push(rest.slice(0, skipped + next.index));
    rest = rest.slice(skipped + next.index);
  }
}

function nameIn(part: string, at: number): readonly Named[] | undefined {
  const lead = new RegExp(`^(?:${separators.source})`, 'u').exec(part)?.[0].length ?? 0;
  const body = part.slice(lead);
  const tail = behind.exec(body);
  const name = body.slice(0, tail?.index ?? body.length);
  if (!person.test(name) && !office.test(name)) return undefined;
  // One word alone is a name only as initials or in capitals: BBT, P.V.
  if (!name.includes(' ') && !/^[\p{Lu}.]{2,12}$/u.test(name)) return undefined;
  const names: Named[] = [{ type: 'author', text: name, start: at + lead }];
  const agency = tail?.[1] ?? tail?.[2];
  // A mark that leads to a note (`(*)`) is no part of a name; a school class (`7A4`) is no agency.
  if (agency && !/\p{L}/u.test(agency)) return undefined;
  if (tail && agency && /^\s*\p{L}/u.test(agency) && !notSources.test(agency.trim())) {
    const start = at + lead + tail.index + tail[0].indexOf(agency);
    names.push({ type: 'source', text: agency, start });
  }
  return names;
}

/** Behind `Theo`: a name, or a paper that is called one in small letters. */
const given = /^(?:[\p{Lu}\p{N}(“"]|(?:báo|tạp chí|đài|trang|cổng|website)\s)/u;

/**
 * What a line names if it says where the text was taken from; undefined when it does not. A line that only
 * links to the original names nobody.
 */
export function sourceOf(line: string): readonly Named[] | undefined {
  if (/^\(?(?:đọc|xem)\s(?:bài|tin)\s(?:gốc|nguyên bản)(?:\s.{0,60})?$/iu.test(line)) return [];
  const match = /^(Theo|Nguồn(?:\s+(?:tin|bài))?)(?:\s*:\s*|\s+)(\S.*)$/u.exec(line);
  const [, opener, named] = match ?? [];
  if (!opener || !named || line.split(/\s+/u).length > 10 || /[!?…,]$|,\s/u.test(named)) return undefined;
  if (opener === 'Theo' && (!given.test(named) || named.endsWith('.'))) return undefined;
  const start = line.length - named.length;
  // `Theo Hương Giang (TTXVN)` names the author and the agency.
  const both = opener === 'Theo' && named.includes(' (') ? bylineOf(named) : undefined;
  if (both) return both.names.map((name) => ({ ...name, start: name.start + start }));
  return [{ type: 'source', text: named, start }];
}
