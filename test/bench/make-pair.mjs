/**
 * The two fixed inputs of the bench beside Typst, each as Markdown for us and as Typst's own markup,
 * word for word the same: `news`, 400 articles in two columns with one photograph that all share, and
 * `book`, some 660 pages in one column. Face, size, line pitch, measure and margins are those of
 * `templates/news` and `templates/book`; the leading of Typst is the pitch less its text edges (1 em),
 * and its gaps are our margins with the half-leadings that CSS adds to them.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { syllableWriter } from './syllables.mjs';

const title = { news: 'Bốn trăm bài báo', book: 'Sách một cột' };
const photo = { name: 'anh.jpg', alt: 'Sương trên đồi chè', caption: 'Sương sớm trên đồi chè trung du' };

/** Both files of the job of that name and its photograph; the paths of the sources. */
export async function writePair(folder, job) {
  mkdirSync(folder, { recursive: true });
  const sections = job === 'news' ? newsSections() : bookSections();
  const paths = { markdown: join(folder, `${job}.md`), typst: join(folder, `${job}.typ`) };
  writeFileSync(paths.markdown, markdownOf(job, sections));
  writeFileSync(paths.typst, typstOf(job, sections));
  if (job === 'news') writeFileSync(join(folder, photo.name), await drawPhoto());
  return paths;
}

/** 400 articles of some 970 words; a photograph after the first paragraph of each. */
function newsSections() {
  const write = syllableWriter(400);
  return Array.from({ length: 400 }, () => {
    const heading = write.words(6, 11);
    const paragraphs = paragraphsOf(write, 970);
    return { heading, blocks: [paragraphs[0], 'photo', ...paragraphs.slice(1)] };
  });
}

/** 60 chapters; every paragraph is plain but one in ten, which has a bold or an italic stretch. */
function bookSections() {
  const write = syllableWriter(660);
  return Array.from({ length: 60 }, () => ({
    heading: write.words(4, 9),
    blocks: paragraphsOf(write, 6760),
  }));
}

function paragraphsOf(write, words) {
  const paragraphs = [];
  for (let left = words; left > 0;) {
    const sentences = Array.from({ length: write.between(2, 6) }, write.sentence);
    left -= sentences.join(' ').split(' ').length;
    const marked = write.next() < 0.1 ? write.between(0, sentences.length - 1) : -1;
    const mark = write.next() < 0.5 ? 'strong' : 'em';
    paragraphs.push(sentences.map((text, i) => ({ text, mark: i === marked ? mark : '' })));
  }
  return paragraphs;
}

function markdownOf(job, sections) {
  const marks = { '': '', strong: '**', em: '_' };
  const paragraph = (block) => block.map(({ text, mark }) => `${marks[mark]}${text}${marks[mark]}`).join(' ');
  const blocks = sections.flatMap(({ heading, blocks: own }) => [
    `# ${heading}`,
    ...own.map((block) =>
      block === 'photo' ? `![${photo.alt}](${photo.name} "${photo.caption}")` : paragraph(block),
    ),
  ]);
  const head = ['---', `title: ${title[job]}`, 'language: vi', 'date: 2020-01-13', '---'].join('\n');
  return `${[head, ...blocks].join('\n\n')}\n`;
}

const preamble = {
  news: `#set page(paper: "a4", margin: (x: 15mm, y: 20mm), columns: 2, numbering: "1")
#set columns(gutter: 20.41pt)
#set text(font: "Source Serif 4", size: 9.5pt, lang: "vi", top-edge: 0.8em, bottom-edge: -0.2em, hyphenate: false)
#set par(justify: true, leading: 0.39em, spacing: 0.59em, first-line-indent: 1em)
#show heading: set block(above: 21.55pt, below: 11.57pt)
#show figure: set block(above: 13.25pt, below: 15.1pt)
#set figure(gap: 8.03pt)`,
  book: `#set page(paper: "a4", margin: 25mm, numbering: "1")
#set text(font: "Source Serif 4", size: 11pt, lang: "vi", top-edge: 0.8em, bottom-edge: -0.2em, hyphenate: false)
#set par(justify: true, leading: 0.39em, spacing: 1.59em)
#show heading: it => { pagebreak(weak: true); it }
#show heading: set block(below: 13.4pt)`,
};

function typstOf(job, sections) {
  const safe = (text) => text.replace(/[\\*_#$@<>`~[\]"']/g, (character) => `\\${character}`);
  const marks = { '': '', strong: '*', em: '_' };
  const paragraph = (block) =>
    block.map(({ text, mark }) => `${marks[mark]}${safe(text)}${marks[mark]}`).join(' ');
  const figure = `#figure(image("${photo.name}", width: 100%, alt: "${photo.alt}"), caption: [${photo.caption}])`;
  const head = `#set document(title: "${title[job]}", date: datetime(year: 2020, month: 1, day: 13))
${preamble[job]}
#set heading(numbering: none)
#show heading: set text(weight: "bold")
#show heading: set par(justify: false)
#set figure.caption(separator: none)
#show figure.caption: it => it.body
#outline(title: none, depth: 1)`;
  const blocks = sections.flatMap(({ heading, blocks: own }) => [
    `= ${safe(heading)}`,
    ...own.map((block) => (block === 'photo' ? figure : paragraph(block))),
  ]);
  return `${[head, ...blocks].join('\n\n')}\n`;
}

/** A photograph of 0.3 MB: hills under a grain that a JPEG cannot smooth away. */
function drawPhoto() {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1600" height="1067"><filter id="grain"><feTurbulence type="fractalNoise" baseFrequency="0.8" numOctaves="3" seed="7"/><feColorMatrix type="saturate" values="0"/></filter><rect width="1600" height="1067" fill="#cfd8d2"/><path d="M0 700 Q400 380 800 640 T1600 560 V1067 H0 Z" fill="#6d8a63"/><path d="M0 860 Q500 620 1000 830 T1600 780 V1067 H0 Z" fill="#3f5b3a"/><rect width="1600" height="1067" filter="url(#grain)" opacity="0.35"/></svg>`;
  return sharp(Buffer.from(svg)).flatten().jpeg({ quality: 90 }).toBuffer();
}
