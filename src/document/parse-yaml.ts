/**
 * YAML → a document with its errors, whatever it holds. The parser walks into what is nested by calling
 * itself, so that ten thousand brackets would end the process: what is nested too deeply is not parsed.
 */
import { LineCounter, parseDocument, YAMLParseError, type Document } from 'yaml';

/** Levels of nesting: no publication needs ten, and the parser has room for a thousand. */
const deepest = 200;

/** Parses a YAML text; `lines` takes the places of its lines. */
export function parseYaml(text: string, lines = new LineCounter()): Document.Parsed {
  const at = tooDeepAt(text);
  if (at === undefined) return parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const document = parseDocument('', { prettyErrors: false });
  const message = `nested more than ${deepest} levels deep`;
  document.errors.push(new YAMLParseError([at, at + 1], 'RESOURCE_EXHAUSTION', message));
  lines.addNewLine(0);
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1))
    lines.addNewLine(end + 1);
  return document;
}

/**
 * Where a text is nested too deeply, by its indentation, the marks of keys and items on a line and the
 * brackets open; those in words count too, but no line has two hundred, and nobody leaves so many open.
 */
function tooDeepAt(text: string): number | undefined {
  const indents: number[] = [];
  let open = 0;
  for (let start = 0; start <= text.length;) {
    const end = text.indexOf('\n', start) < 0 ? text.length : text.indexOf('\n', start);
    const line = text.slice(start, end);
    const indent = line.length - line.trimStart().length;
    while ((indents.at(-1) ?? -1) > indent) indents.pop();
    if (indents.at(-1) !== indent && indent < line.length) indents.push(indent);
    // Each may open a level, whether or not it may stand there: `a: b: c:`, `- - -`.
    const listed = line.match(/[-?:](?=\s|$)/g)?.length ?? 0;
    if (indents.length + listed > deepest) return start;
    for (let at = start; at < end; at++) {
      const letter = text.charCodeAt(at);
      if (letter === 0x5b || letter === 0x7b) open++;
      else if (letter === 0x5d || letter === 0x7d) open = Math.max(0, open - 1);
      if (open > deepest) return at;
    }
    start = end + 1;
  }
  return undefined;
}
