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

const nouns =
  'ủy ban|hội đồng|địa phương|nhân dân|xã hội|kinh tế|nông thôn|thành phố|tỉnh Lạng Sơn|cửa khẩu|con đường|dòng sông|ngọn núi|khu rừng|cánh đồng|mùa xuân|ngôi làng|phiên chợ|lớp học|bệnh viện|công trình|cán bộ|công chức|doanh nghiệp|hợp tác xã|nghị quyết|kế hoạch|chương trình|đề án|ngân sách|thị trường|du khách|di tích|lễ hội|bài hát|câu chuyện|người già|trẻ em|phụ nữ|thanh niên|người lính|thầy giáo|bác sĩ|nghệ nhân|tay nghề|sản phẩm|giống cây|hồ chứa|nguồn nước|điện lưới'.split(
    '|',
  );
const verbs =
  'triển khai|thực hiện|xây dựng|phát triển|bảo vệ|gìn giữ|kiểm tra|đánh giá|tổng kết|hướng dẫn|hỗ trợ|đầu tư|mở rộng|nâng cao|đổi mới|sắp xếp|phối hợp|tham gia|chuẩn bị|tiếp nhận|giải quyết|công bố|khánh thành|trao tặng|ghi nhận|lắng nghe|trồng lại|sửa chữa|vận động|chia sẻ'.split(
    '|',
  );
const adjectives =
  'mới|lớn|nhỏ|bền vững|hiệu quả|đồng bộ|kịp thời|quan trọng|khó khăn|thuận lợi|yên bình|rộng rãi|sâu sắc|cụ thể|rõ ràng|lâu dài|truyền thống|hiện đại|đặc biệt|thiết thực'.split(
    '|',
  );
const links =
  'và|nhưng|để|khi|vì|nên|cùng với|theo|từ|đến|trong|ngoài|trên|dưới|giữa|sau|trước|nhờ|qua|đối với'.split(
    '|',
  );
const openers =
  'Những năm qua|Theo đó|Bên cạnh đó|Trong năm 2019|Đến nay|Trước hết|Tuy nhiên|Từ thực tế ấy|Ngay từ đầu năm|Ở nhiều nơi|Sáng hôm sau|Vào ngày 13/1'.split(
    '|',
  );

/** A small seeded generator (mulberry32): the same numbers on every machine. */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The text of the book and the names of its pictures. */
export function makeBook({ words = 375_000, chapters = 60, seed = 2020 } = {}) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
  const count = (text) => text.split(/\s+/).length;
  const capital = (text) => text[0].toUpperCase() + text.slice(1);

  const phrase = () =>
    `${pick(nouns)}${next() < 0.5 ? ` ${pick(adjectives)}` : ''} ${pick(verbs)} ${pick(nouns)}${next() < 0.3 ? ` ${pick(adjectives)}` : ''}`;
  const sentence = () => {
    const parts = [phrase()];
    for (let i = between(0, 3); i > 0; i -= 1) parts.push(`${pick(links)} ${phrase()}`);
    const joined = parts.join(next() < 0.5 ? ', ' : ' ');
    const opened = next() < 0.25 ? `${pick(openers)}, ${joined}` : joined;
    const figure =
      next() < 0.12 ? `, đạt ${between(2, 98)},${between(0, 9)} % so với ${between(10, 900)}.000 đồng` : '';
    return `${capital(opened)}${figure}.`;
  };
  const sentences = (low, high) => Array.from({ length: between(low, high) }, sentence).join(' ');
  const heading = () => capital(`${phrase()} ${pick(links)} ${pick(nouns)}`);

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
    return count(text);
  };
  const table = () =>
    [
      '| Huyện | Số xã | Kinh phí |',
      '|:--|--:|--:|',
      ...Array.from(
        { length: between(4, 8) },
        () => `| ${capital(pick(nouns))} | ${between(3, 28)} | ${between(100, 999)}.000 |`,
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
