/**
 * The texts that the fuzzer starts from: small ones of every reader, with all that the reader knows, made
 * here so that nothing is fetched. Each is a host's files and the path to read.
 */
import { deflateRawSync } from 'node:zlib';

const newspaper = `Thứ bảy,\u00a0 02/07/2022

THỜI SỰ

Khai mạc hội sách Xuân

LSO-Chiều nay (13/1), thị xã Đồng Mỏ khai mạc hội sách, với hơn 1.200 cuốn.


Đại biểu dự khai mạc. Ảnh: Hà My/TTXVN


PV: Ông thấy thế nào?
- Rất vui, các cháu đến từ sớm…
1/ Sách cũ; 2/ Sách mới.
Tin liên quan
Bình luận (0)
HÀ MY
Theo VOV
`;

const markdown = `---
title: "Sổ tay: | một"
author: [Hà My, "Lê Văn"]
date: 2020-01-13
lang: vi
more: &a {x: [1, 2]}
again: *a
---

# Chương một {#mot .lon}

Đoạn *một* **hai** \`ba\` [liên kết](#mot "t") ![ảnh](a.jpg){width=50%}[^n] [@h] <b>x</b>

[^n]: Chú thích ^[trong] dòng.

> [!NOTE]
> Hộp
> > lồng

::: box
- [ ] việc
- [x] xong
  1. số
:::

| a | b |
|:--|--:|
| 1 | 2 |
: Bảng {#b}

\`\`\`js
let a = 1;
\`\`\`

Từ
: nghĩa

$x^2$ [[toc]] [[figures]]

![ảnh](b.png)
Chú thích ảnh

---
`;

const html = `<!doctype html><html lang="vi"><head><meta charset="utf-8"><title>Tít</title><base href="http://a/"><style>p{}</style>
<script>alert(1)</script></head><body><nav><a href="#">x</a></nav><article><h1>Khai mạc hội sách</h1><p class="sapo">Chiều nay, hội sách khai mạc với hơn một nghìn cuốn.</p>
<figure><img src="a.jpg" alt="Ảnh" onerror="x()"><figcaption>Đại biểu dự hội</figcaption></figure><p>Đoạn <b>một</b> <a href="javascript:x">hai</a>&nbsp;&#x1F600;</p>
<table><tr><th>a<td>b</table><ul><li>1<li>2</ul><svg><script>1</script><use href="//x"/></svg><math><mi>x</mi></math><template><p>t</template><iframe src="x"></iframe>
<p>Sách được các trường góp lại trong ba tháng; một nửa là truyện, còn lại là sách về cây cỏ.</p></article></body></html>`;

const word = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><w:body>
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Khai mạc</w:t></w:r></w:p><w:p><w:r><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr><w:t>Céng hßa x· héi</w:t></w:r><w:ins w:id="1"><w:r><w:t>thêm</w:t></w:r></w:ins><w:del w:id="2"><w:r><w:delText>bớt</w:delText></w:r></w:del></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc></w:tr></w:tbl><w:sectPr/></w:body></w:document>`;
const contentTypes = `<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`;
const relations = `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>`;

const crcTable = Uint32Array.from({ length: 256 }, (_, n) => {
  let crc = n;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc;
});
const crc32 = (bytes) => {
  let crc = 0xffffffff;
  for (const byte of bytes) crc = crcTable[(crc ^ byte) & 0xff] ^ (crc >>> 8);
  return (crc ^ 0xffffffff) >>> 0;
};

/** A ZIP archive of these files, deflated. */
export function zip(files) {
  const parts = [];
  const directory = [];
  let at = 0;
  for (const [name, text] of Object.entries(files)) {
    const data = Buffer.from(text);
    const packed = deflateRawSync(data);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(data), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(data.length, 18);
    head.writeUInt16LE(name.length, 22);
    const local = Buffer.concat([Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(at, 10);
    directory.push(Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0000'), head, tail, Buffer.from(name)]));
    parts.push(local);
    at += local.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 0, 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...parts, listed, end]);
}

export const docx = (body = word) =>
  zip({ '[Content_Types].xml': contentTypes, '_rels/.rels': relations, 'word/document.xml': body });

/** XML and text that mutations may take pieces from. */
export const wordBody = word;

/** Seeds by reader: the file that is mutated, and those beside it. */
export const corpus = {
  txt: { path: 'bai.txt', seeds: [newspaper], files: {} },
  'txt.yaml': {
    path: 'bai.txt',
    mutated: 'bai.yaml',
    seeds: [
      'title: Tít\nauthors: [A, "B"]\ndate: 2020-01-13\nimprint: {a: &x 1, b: *x}\nlong: |\n  một\n  hai\n',
    ],
    files: { 'bai.txt': newspaper },
  },
  md: { path: 'bai.md', seeds: [markdown], files: {} },
  html: { path: 'bai.html', seeds: [html], files: {} },
  docx: { path: 'bai.docx', seeds: [docx()], files: {} },
  summary: {
    path: 'sach',
    mutated: 'sach/src/SUMMARY.md',
    seeds: [
      '# Summary\n\n[Mở đầu](a.md)\n\n# Phần\n\n- [Một](b.md)\n  - [Hai](c/d.md#x)\n- [Nháp]()\n\n---\n[Cuối](a.md)\n',
    ],
    files: {
      'sach/book.toml': '[book]\ntitle = "Sách"\nlanguage = "vi"\n',
      'sach/src/a.md': '# A\n{{#include b.md}}\n',
      'sach/src/b.md': markdown,
      'sach/src/c/d.md': '# D\n[a](../a.md)\n',
    },
  },
  'book chapter': {
    path: 'sach',
    mutated: 'sach/src/a.md',
    seeds: [
      `# A\n{{#include b.md:2:5}} {{#include a.md}} {{#title x}} {{#playground b.md editable}}\n{{#rustdoc_include b.md:x}}\n{% hint style="info" %}\nx\n{% endhint %}\n\`\`\`rust,hidelines=#\n# a\nb\n\`\`\`\n${markdown}`,
    ],
    files: {
      'sach/book.toml': '[book]\n',
      'sach/src/SUMMARY.md': '- [A](a.md)\n- [B](b.md)\n',
      'sach/src/b.md': markdown,
    },
  },
  'book settings': {
    path: 'sach',
    mutated: 'sach/book.toml',
    seeds: [
      '[book]\ntitle = "Sách"\nauthors = ["A"]\nsrc = "src"\n[output.html.code.hidelines]\npython = "~"\n',
    ],
    files: { 'sach/src/SUMMARY.md': '- [A](a.md)\n', 'sach/src/a.md': '# A\n' },
  },
  manifest: {
    path: 'so',
    mutated: 'so/publication.yaml',
    seeds: [
      'title: Bản tin\nissueNumber: 12\ndatePublished: 2020-01-15\ntemplate: { print: bulletin }\noptions: { accent: luc }\nimprint: { copies: 500 }\nreadingOrder:\n  - section: Thời sự\n    articles:\n      - a.txt\n      - { url: b.md, kicker: K }\n  - b.md\n',
    ],
    files: { 'so/a.txt': newspaper, 'so/b.md': markdown },
  },
};

/** Pieces that break readers: put in at random. */
export const pieces = [
  '\0',
  '\ufeff',
  '\ufffd',
  '\ud800',
  '\u200b',
  '\u00ad',
  '\u034f',
  '\r',
  '\n\n',
  '\t',
  '\u2028',
  '\u00a0',
  '`',
  '```',
  '~~~',
  '*',
  '**',
  '_',
  '[',
  ']',
  '(',
  ')',
  '![',
  '](',
  '{',
  '}',
  '{#',
  '{.',
  '{{#include ',
  '}}',
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '&',
  '&#',
  '&#x110000;',
  '&amp',
  '<p>',
  '</p>',
  '<table>',
  '---\n',
  '...\n',
  ': ',
  '- ',
  '? ',
  '&a ',
  '*a',
  '!!',
  '|',
  '>',
  '%',
  '@',
  '[^',
  '^[',
  ':::',
  '::: box\n',
  '|-|-|\n',
  '> ',
  '>>>>',
  '#',
  '######',
  '1. ',
  '999999999999. ',
  '0x',
  '1e999',
  '-1',
  'NaN',
  '__proto__',
  'constructor',
  '../',
  '/etc/passwd',
  'file:///',
  'data:image/png;base64,',
  'javascript:',
  'C:\\',
  '%00',
  '%',
  '%E0%A4%A',
  'Ảnh: ',
  '(Ảnh: ',
  'Theo ',
  'LSO-',
  'PV: ',
  '13/1',
  '31/02/2020',
  'Thứ bảy, ',
  'Céng hßa x· héi ',
  'Coäng hoøa ',
  'Cá»™ng ',
];
