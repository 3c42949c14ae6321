/**
 * Makes a book of many short chapters of synthetic Vietnamese, one file each, and photos as newspapers
 * have them; the same for the same numbers. A chapter is as long as a short article (some 650 words, 4 kB)
 * with subheads, emphasis, a list, a table, a quotation, a link and a footnote. A photo is a JPEG of 1600 × 1067
 * pixels (each fourth 1067 × 1600), of 221 kB in the mean, with what a camera writes into the file.
 *
 *     node test/bench/make-chapters.mjs FOLDER [--chapters 100] [--photos 200]
 *
 * writes `book.toml`, `SUMMARY.md`, `chuong-1.md` …, `bia.jpg` and `anh/1.jpg` … into the folder.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import sharp from 'sharp';
import { capital, countWords, proseWriter, random } from './prose.mjs';

/** Words of a chapter. */
const words = 650;
const title = 'Chuyện một vùng biên';

/** Writes the book; the paths of the chapters in order and of the cover, and the bytes of all photos. */
export async function writeChapters(folder, { chapters = 100, photos = 200 } = {}) {
  mkdirSync(join(folder, 'anh'), { recursive: true });
  const writer = proseWriter(chapters);
  const names = Array.from({ length: chapters }, (_, i) => `chuong-${i + 1}.md`);
  const headings = names.map(() => writer.heading());
  const settings = ['[book]', `title = "${title}"`, 'authors = ["Bản thử"]', 'language = "vi"', 'src = "."'];
  writeFileSync(join(folder, 'book.toml'), `${settings.join('\n')}\n`);
  const list = names.map((name, i) => `- [${headings[i]}](${name})`);
  writeFileSync(join(folder, 'SUMMARY.md'), `# Mục lục\n\n${list.join('\n')}\n`);
  for (const [i, name] of names.entries()) {
    // The photos fall to the chapters in turn.
    const own = [];
    for (let photo = i + 1; photo <= photos; photo += chapters) own.push(photo);
    writeFileSync(join(folder, name), chapter(writer, { number: i + 1, heading: headings[i], photos: own }));
  }
  return {
    title,
    chapters: names.map((name) => join(folder, name)),
    cover: await writeCover(folder),
    bytes: await writePhotos(folder, photos),
  };
}

/** A cover of 1600 × 2560 pixels: a plain field with a band. */
async function writeCover(folder) {
  const band = { create: { width: 1600, height: 900, channels: 3, background: '#a01a20' } };
  const bytes = await sharp({ create: { width: 1600, height: 2560, channels: 3, background: '#f4efe6' } })
    .composite([{ input: await sharp(band).png().toBuffer(), top: 0, left: 0 }])
    .jpeg({ quality: 88 })
    .toBuffer();
  const path = join(folder, 'bia.jpg');
  writeFileSync(path, bytes);
  return path;
}

function chapter(
  { between, noun, phrase, sentence, sentences, heading: subhead },
  { number, heading, photos },
) {
  const blocks = [`# ${heading}`];
  let left = words;
  const add = (text) => {
    blocks.push(text);
    left -= countWords(text);
  };
  const pictures = photos.map(
    (photo) => `![${capital(phrase())}](anh/${photo}.jpg "${sentence().replaceAll('"', '')}")`,
  );
  const rows = Array.from({ length: 4 }, () => `| ${capital(noun())} | ${between(3, 28)} |`);
  const others = [
    `## ${subhead()}`,
    Array.from({ length: 4 }, () => `- ${sentence()}`).join('\n'),
    `> ${sentences(1, 2)}`,
    ['| Huyện | Số xã |', '|:--|--:|', ...rows].join('\n'),
    `## ${subhead()}`,
  ];
  add(`${sentences(3, 5)}[^${number}] Xem [${noun()}](https://example.org/${number}).`);
  for (let n = 0; left > 50 || others.length > 0; n += 1) {
    if (n % 2 === 1 && others.length > 0) add(others.shift());
    else add(`${sentence()} *${phrase()}* ${sentences(1, 3)} **${phrase()}**.`);
    if (pictures.length > 0) blocks.push(pictures.shift());
  }
  blocks.push(...pictures, sentences(2, 3), `[^${number}]: ${sentence()}`);
  return `${blocks.join('\n\n')}\n`;
}

/** Side of the field of noise that the grain of all photos is cut from, pixels. */
const fieldSide = 2400;
const [long, short] = [1600, 1067];

/** Hills under a sky, blurred shapes before them and the grain of film over all; how much tells how large a file is. */
async function writePhotos(folder, count) {
  if (count === 0) return 0;
  const next = random(2020);
  const noise = Buffer.from(Uint8Array.from({ length: fieldSide * fieldSide }, () => next() * 256));
  let bytes = 0;
  for (let photo = 1; photo <= count; photo += 1) {
    const [width, height] = photo % 4 === 0 ? [short, long] : [long, short];
    const grain = await sharp(noise, { raw: { width: fieldSide, height: fieldSide, channels: 1 } })
      .extract({
        left: Math.floor(next() * (fieldSide - width)),
        top: Math.floor(next() * (fieldSide - height)),
        width,
        height,
      })
      .blur(1.1)
      .linear(0.36 + next() * 0.46, 60)
      .png({ compressionLevel: 0 })
      .toBuffer();
    const picture = await sharp(Buffer.from(scene({ width, height, next })))
      .composite([{ input: grain, blend: 'soft-light' }])
      .removeAlpha()
      .withExif({ IFD0: { Make: 'Anpham', Model: 'Bench' }, IFD2: { FNumber: '8/1', LensModel: '50 mm' } })
      .jpeg({ quality: 80 })
      .toBuffer();
    bytes += picture.length;
    writeFileSync(join(folder, 'anh', `${photo}.jpg`), picture);
  }
  return bytes;
}

function scene({ width, height, next }) {
  const hue = Math.floor(next() * 360);
  const shapes = Array.from({ length: 40 }, () => {
    const [x, y, r] = [next() * width, height * (0.4 + next() * 0.6), 10 + next() * 90];
    return `<ellipse cx="${x}" cy="${y}" rx="${r}" ry="${r * (0.3 + next())}" fill="hsl(${next() * 360} 40% ${20 + next() * 60}%)"/>`;
  });
  const hill = (y, light) =>
    `<path d="M0 ${y * height} Q${width * 0.3} ${(y - 0.25 * next()) * height} ${width * 0.6} ${y * height} T${width} ${(y - 0.1) * height} V${height} H0 Z" fill="hsl(${hue} 30% ${light}%)"/>`;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="hsl(${hue} 45% 80%)"/>${hill(0.5, 45)}${hill(0.65, 35)}${shapes.join('')}</svg>`;
}

if (process.argv[1] && resolve(process.argv[1]) === fileURLToPath(import.meta.url)) {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { chapters: { type: 'string' }, photos: { type: 'string' } },
  });
  const given = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, Number(value)]));
  const { chapters, bytes } = await writeChapters(positionals[0] ?? 'output/chapters', given);
  console.log(`${chapters.length} chapters, ${(bytes / 1e6).toFixed(1)} MB of photos`);
}
