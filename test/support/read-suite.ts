/**
 * The case files of reading: Markdown in which every `## name` is a case. Its fenced blocks
 * are `bai.txt` or `bai.md` (the input, by that name), then what must come of it, each only
 * if it stands there: `blocks` (line, type, text), `metadata` (JSON), `tree`. `diagnostics` is always
 * compared: one that a case does not declare fails it. `␣` stands for a no-break space.
 */
import { readFileSync } from 'node:fs';

export interface ReadCase {
  readonly name: string;
  readonly file: string;
  readonly input: string;
  readonly expected: Readonly<Partial<Record<'blocks' | 'metadata' | 'tree' | 'diagnostics', string>>>;
}

/** The cases of a file of `test/suite/read/`. */
export function readCases(name: string): readonly ReadCase[] {
  const text = readFileSync(new URL(`../suite/read/${name}`, import.meta.url), 'utf8');
  return text
    .split(/^## /m)
    .slice(1)
    .map((section) => {
      const fences = [...section.matchAll(/^(`{3,})(\S+)\n([\s\S]*?)^\1$/gm)].map(
        ([, , kind = '', body = '']) => [kind, body.replaceAll('␣', '\u00a0')] as const,
      );
      const [file = '', input = ''] = fences[0] ?? [];
      const expected = Object.fromEntries(fences.slice(1));
      return { name: section.split('\n', 1)[0] ?? '', file, input: input.replace(/\n$/, ''), expected };
    });
}
