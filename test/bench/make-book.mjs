/**
 * Makes a long Markdown book of synthetic Vietnamese, the same for the same seed: chapters with
 * subheads, lists, tables, footnotes, quotations and figures. Some 780 words fill a page of
 * the template `article`, so the default of 375 000 words is a book of some 660 pages.
 *
 *     node test/bench/make-book.mjs FOLDER [--words 375000] [--chapters 60] [--seed 2020]
 *
 * writes FOLDER/sach.md with its pictures beside it.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { capital, countWords, proseWriter } from './prose.mjs';

/** The text of the book and the names of its pictures. */
export function makeBook({ words = 375_000, chapters = 60, seed = 2020 } = {}) {
  const { next, between, noun, phrase, sentence, sentences, heading } = proseWriter(seed);
  const lines = [
    '---',
    'title: Chuyện một vùng biên',
    'authors: [Bản thử]',
    'language: vi',
    'date: 2020-01-13',
    '---',
    '',
  ];
  const pictures = [];
  const notes = [];
  const block = (text) => {
    lines.push(text, '');
    return countWords(text);
  };
  const table = () =>
    [
      '| Huyện | Số xã | Kinh phí |',
      '|:--|--:|--:|',
      ...Array.from(
        { length: between(4, 8) },
        () => `| ${capital(noun())} | ${between(3, 28)} | ${between(100, 999)}.000 |`,
      ),
    ].join('\n');

  for (let chapter = 1; chapter <= chapters; chapter += 1) {
    let left = words / chapters - block(`# Chương ${chapter}. ${heading()}`);
    for (let n = 1; left > 0; n += 1) {
      const kind = next();
      if (n % 14 === 1) left -= block(`## ${heading()}`);
      else if (kind < 0.03) left -= block(table());
      else if (kind < 0.07)
        left -= block(Array.from({ length: between(3, 6) }, () => `- ${sentence()}`).join('\n'));
      else if (kind < 0.09) left -= block(`> ${sentences(1, 3)}`);
      else if (kind < 0.1 && pictures.length < chapter) {
        pictures.push(`sach-anh-${pictures.length + 1}.jpg`);
        left -= block(`![${capital(phrase())}](${pictures.at(-1)} "${sentence().replaceAll('"', '')}")`);
      } else {
        const noted = kind > 0.92;
        left -= block(`${sentences(3, 8)}${noted ? `[^${notes.length + 1}]` : ''}`);
        if (noted) notes.push(`[^${notes.length + 1}]: ${sentence()}`);
      }
    }
  }
  lines.push(...notes.flatMap((note) => [note, '']));
  return { markdown: lines.join('\n'), pictures };
}

/** Writes the book and its pictures into a folder; the path of the Markdown file. */
export async function writeBook(folder, options) {
  const { markdown, pictures } = makeBook(options);
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'sach.md');
  writeFileSync(path, markdown);
  for (const [i, name] of pictures.entries()) {
    const hue = (i * 47) % 360;
    const hills = `<path d="M0 ${560 + (i % 5) * 20} Q300 ${300 + (i % 7) * 30} 600 540 T1200 500 V800 H0 Z" fill="hsl(${hue} 30% 35%)"/>`;
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800"><rect width="1200" height="800" fill="hsl(${hue} 45% 82%)"/><circle cx="900" cy="200" r="90" fill="#fff6d8"/>${hills}</svg>`;
    writeFileSync(join(folder, name), await sharp(Buffer.from(svg)).jpeg({ quality: 82 }).toBuffer());
  }
  return path;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { words: { type: 'string' }, chapters: { type: 'string' }, seed: { type: 'string' } },
  });
  const given = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
  console.log(await writeBook(positionals[0] ?? 'output/bench', given));
}
