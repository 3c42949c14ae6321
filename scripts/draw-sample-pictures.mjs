/**
 * Draws the pictures of the samples in `input/`: `node scripts/draw-sample-pictures.mjs [folder]`.
 * They stand in for photographs that are not to be had: flat, faceless drawings in SVG written here,
 * rasterised with sharp. The meeting pictures have the ratios of the bulletin (174 × 95 and
 * 174 × 108 mm) at 10 pixels a millimetre, 254 an inch. Same script, same bytes.
 */
import { join } from 'node:path';
import sharp from 'sharp';

const folder = process.argv[2] ?? 'input';

const wall = '#d6cdbb';
const suit = '#353c47';
const skin = ['#c79a75', '#b98a66', '#d3a884', '#a97a58'];
const hair = ['#2b2825', '#3a332d', '#24211f'];
const cloth = ['#3c4654', '#5b4a42', '#6d4c4c', '#46525a', '#7a7d80', '#4a3f3a', '#52606b'];
const wood = { light: '#a98057', mid: '#8a6341', dark: '#5f4229' };

/** A picture on its way: nested groups of shapes as text. */
const group = (attributes, ...children) => `<g ${attributes}>${children.join('')}</g>`;
const rect = (x, y, width, height, fill, more = '') =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${fill}" ${more}/>`;
const path = (d, fill, more = '') => `<path d="${d}" fill="${fill}" ${more}/>`;
const oval = (cx, cy, rx, ry, fill, more = '') =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}" ${more}/>`;
const range = (count) => Array.from({ length: count }, (_, index) => index);

/** Limestone hills in mist, as behind a stage, with three pale bars where a slide has its words. */
function screen(x, y, width, height) {
  const hill = (points, fill) => {
    const d = points.map(([px, py]) => `${x + px * width} ${y + py * height}`).join(' L');
    return path(`M${x} ${y + height} L${d} L${x + width} ${y + height} Z`, fill);
  };
  const far = hills([0.06, 0.2, 0.38, 0.55, 0.72, 0.9], 0.5, 0.24, 0.07);
  const near = hills([0.12, 0.3, 0.5, 0.66, 0.84], 0.78, 0.16, 0.1);
  return group(
    '',
    rect(x, y, width, height, '#aeb8ba'),
    rect(x, y, width, height * 0.45, '#bcc4c4'),
    hill(far, '#8f9c9e'),
    hill(near, '#6d7c80'),
    rect(x, y + height * 0.86, width, height * 0.14, '#586a70'),
    ...[
      [0.22, 0.1, 0.56],
      [0.12, 0.2, 0.76],
      [0.28, 0.3, 0.44],
    ].map(([dx, dy, w]) =>
      rect(x + dx * width, y + dy * height, w * width, height * 0.045, '#e9ebe6', 'opacity=".85"'),
    ),
  );
}

/** Outline of rounded hills about the tops given: base line, height and half width in parts of the screen. */
function hills(tops, base, rise, half) {
  return range(101).map((step) => {
    const at = step / 100;
    const lift = tops.map(
      (top, i) => (0.7 + (0.3 * ((i * 37) % 10)) / 10) * Math.exp(-(((at - top) / half) ** 2)),
    );
    return [at, base - rise * Math.hypot(...lift)];
  });
}

/** Head and shoulders seen from the front, without a face. `size` is the head's height. */
function bust(x, y, size, look) {
  const s = size / 100;
  return group(
    `transform="translate(${x} ${y}) scale(${s})"`,
    path('M-78 210 C-78 140 -48 124 -20 114 L20 114 C48 124 78 140 78 210 Z', cloth[look % cloth.length]),
    path('M-17 112 L0 150 L17 112 L12 100 L-12 100 Z', '#ece9e2'),
    path('M-5 124 L5 124 L8 165 L0 176 L-8 165 Z', '#39414e'),
    rect(-14, 78, 28, 36, skin[(look + 1) % skin.length], 'rx="8"'),
    oval(0, 52, 30, 42, skin[look % skin.length]),
    path(
      'M-32 52 C-36 10 -18 0 4 0 C28 0 36 16 32 52 C28 36 20 26 4 26 C-14 26 -28 34 -32 52 Z',
      hair[look % hair.length],
    ),
  );
}

/** The speaker behind a lectern with microphone and flowers. */
function speaker() {
  return group(
    '',
    path('M130 950 C124 700 156 606 250 566 L372 522 L548 522 L664 566 C748 606 782 720 776 950 Z', suit),
    path('M372 522 L456 640 L548 522 L520 486 L396 486 Z', '#edeae3'),
    path('M372 522 L450 690 L470 950 L452 950 C440 800 410 640 372 522 Z', '#2b313b'),
    path('M548 522 L470 690 L452 950 L476 950 C490 800 520 640 548 522 Z', '#2b313b'),
    path('M440 546 L478 546 L470 578 L484 690 L459 722 L434 690 L448 578 Z', '#48515f'),
    rect(410, 410, 98, 122, '#ad7f5c', 'rx="30"'),
    path(
      'M376 330 C376 250 416 224 458 224 C506 224 544 254 544 332 C544 414 506 470 458 470 C412 470 376 414 376 330 Z',
      skin[0],
    ),
    path('M462 226 C510 228 544 256 544 332 C544 412 508 468 466 470 C500 400 498 300 462 226 Z', '#b58560'),
    path(
      'M366 340 C356 258 384 222 432 226 C450 204 520 214 536 246 C556 268 552 316 544 342 C540 306 526 282 500 270 C452 284 404 266 384 290 C374 304 370 322 366 340 Z',
      hair[0],
    ),
    path('M508 566 C548 600 552 660 526 716', 'none', 'stroke="#20242a" stroke-width="7"'),
    oval(506, 562, 14, 19, '#20242a', 'transform="rotate(-24 506 562)"'),
    path('M224 712 L694 712 L676 744 L242 744 Z', wood.light),
    path('M242 744 L676 744 L652 950 L266 950 Z', wood.mid),
    path('M458 744 L676 744 L652 950 L458 950 Z', wood.dark, 'opacity=".55"'),
    path('M336 700 L482 694 L482 708 L336 716 Z', '#f1efe9'),
    flowers(),
  );
}

function flowers() {
  const tints = ['#d98f7a', '#f0d3c2', '#cf7a6c', '#6f8a63', '#efe3cf', '#587a55', '#e3b091'];
  const heads = range(17).map((i) => {
    const around = i * 2.399963;
    const away = 15 * Math.sqrt(i);
    return oval(
      200 + Math.cos(around) * away * 1.25,
      806 + Math.sin(around) * away * 0.75,
      17,
      17,
      tints[i % tints.length],
    );
  });
  return group('', ...heads, path('M144 860 L252 860 L240 950 L156 950 Z', '#e4e1da'));
}

/** Speaker at a lectern, the panel out of focus behind. */
function meetingSpeaker() {
  const panel = range(4).map((i) => bust(1085 + i * 172, 436 + (i % 2) * 4, 150, i + 1));
  const crowd = [930, 1290, 1640].map((x) => oval(x, 950, 128, 132, '#2a2522', 'opacity=".82"'));
  return svg(1740, 950, [
    rect(0, 0, 1740, 950, wall),
    group('opacity=".45"', ...range(44).map((i) => rect(i * 40, 0, 17, 790, '#bfb5a2'))),
    rect(0, 790, 1740, 160, '#6e5c4d'),
    rect(0, 784, 1740, 8, '#594a3e'),
    group('filter="url(#soft)"', screen(600, 58, 1044, 540)),
    group(
      'filter="url(#blur)"',
      ...panel,
      rect(960, 660, 750, 170, wood.mid),
      rect(950, 646, 770, 24, wood.light),
      ...range(4).map((i) => rect(1040 + i * 172, 628, 22, 30, '#e9ecec')),
      ...crowd,
    ),
    oval(330, 330, 460, 380, '#fff3d6', 'opacity=".2" filter="url(#glow)"'),
    speaker(),
  ]);
}

/** A head seen from behind, with shoulders; every third has long hair. */
function back(x, y, size, look) {
  const s = size / 100;
  const tone = hair[look % hair.length];
  const long = look % 3 === 1;
  return group(
    `transform="translate(${x} ${y}) scale(${s})"`,
    path(
      'M-104 520 L-104 240 C-104 150 -70 132 -28 118 L28 118 C70 132 104 150 104 240 L104 520 Z',
      cloth[(look * 2) % cloth.length],
    ),
    rect(-17, 82, 34, 42, skin[look % skin.length], 'rx="6"'),
    oval(-43, 60, 7, 13, skin[look % skin.length]),
    oval(43, 60, 7, 13, skin[look % skin.length]),
    long
      ? path(
          'M-44 54 C-46 12 -26 0 0 0 C26 0 46 12 44 54 C44 100 34 160 0 164 C-34 160 -44 100 -44 54 Z',
          tone,
        )
      : path(
          'M-43 54 C-46 10 -24 0 0 0 C24 0 46 10 43 54 C42 84 30 102 0 102 C-30 102 -42 84 -43 54 Z',
          tone,
        ),
    path('M-28 20 C-16 8 14 7 28 19 C14 13 -14 14 -28 20 Z', '#ffffff', 'opacity=".16"'),
  );
}

/** The audience from behind, rows growing towards the reader. */
function meetingAudience() {
  const rows = [
    { y: 452, size: 82, gap: 148, shift: 74, blur: 'soft' },
    { y: 520, size: 112, gap: 196, shift: 30, blur: 'soft' },
    { y: 616, size: 160, gap: 290, shift: 236, blur: '' },
    { y: 750, size: 262, gap: 356, shift: 116, blur: '' },
  ];
  const crowd = rows.map((row, number) =>
    group(
      row.blur ? `filter="url(#${row.blur})"` : '',
      ...range(Math.ceil(1740 / row.gap) + 1).map((i) =>
        back(
          row.shift + i * row.gap - (number === 2 ? 290 : 0),
          row.y + ((i * 7 + number) % 3) * 8,
          row.size,
          i + number * 2,
        ),
      ),
    ),
  );
  const windows = [110, 880, 1270].flatMap((x) => [0, 142].map((dx) => rect(x + dx, 0, 130, 275, '#efe8d8')));
  return svg(1740, 1080, [
    rect(0, 0, 1740, 1080, '#c8bfb0'),
    ...windows,
    rect(0, 350, 1740, 730, '#a99f92'),
    group('filter="url(#soft)"', screen(540, 92, 660, 292)),
    group(
      'filter="url(#soft)"',
      bust(452, 240, 112, 4),
      rect(396, 370, 120, 140, wood.mid),
      rect(388, 362, 136, 16, wood.light),
      ...range(4).map((i) => bust(736 + i * 96, 318, 66, i + 2)),
      rect(674, 412, 424, 100, wood.mid),
      rect(668, 404, 436, 14, wood.light),
    ),
    ...crowd,
    rect(0, 0, 1740, 1080, '#f2dfb8', 'opacity=".08"'),
  ]);
}

/** Where one source goes: three sheets for the three editions. Shapes only, the words are in the article. */
function threeEditions() {
  const lines = (x, y, width, count, gap) =>
    range(count).map((i) => rect(x, y + i * gap, i === count - 1 ? width * 0.55 : width, 9, '#a7a8a8'));
  const sheet = (x, y, width, height) =>
    rect(x, y, width, height, '#ffffff', 'stroke="#1f1f1d" stroke-width="4"');
  const arrow = (x, y, toY) =>
    `<path d="M${x} ${y} C${x + 110} ${y} ${x + 90} ${toY} ${x + 214} ${toY}" fill="none" stroke="#204069" stroke-width="7"/>` +
    path(`M${x + 210} ${toY - 17} L${x + 244} ${toY} L${x + 210} ${toY + 17} Z`, '#204069');
  return svg(
    1140,
    642,
    [
      rect(0, 0, 1140, 642, '#eef2f8'),
      sheet(150, 121, 290, 400),
      rect(186, 167, 170, 22, '#1f1f1d'),
      ...lines(186, 219, 218, 10, 27),
      arrow(470, 321, 130),
      arrow(470, 321, 335),
      arrow(470, 321, 526),
      // The three editions, one below the other.
      '<g transform="translate(230 11) scale(0.72)">',
      // Ebook: a reading device.
      rect(760, 40, 180, 250, '#1f1f1d', 'rx="20"'),
      rect(776, 62, 148, 196, '#ffffff'),
      rect(794, 82, 86, 14, '#204069'),
      ...lines(794, 112, 112, 6, 22),
      // Print: a sheet with crop marks and two columns.
      sheet(760, 350, 180, 214),
      rect(778, 370, 144, 62, '#a7b6cd'),
      ...lines(778, 446, 66, 5, 20),
      ...lines(856, 446, 66, 5, 20),
      ...[
        [744, 350, -26, 0],
        [760, 334, 0, -26],
        [956, 350, 26, 0],
        [940, 334, 0, -26],
        [744, 564, -26, 0],
        [760, 580, 0, 26],
        [956, 564, 26, 0],
        [940, 580, 0, 26],
      ].map(([x, y, dx, dy]) => path(`M${x} ${y} l${dx} ${dy}`, 'none', 'stroke="#1f1f1d" stroke-width="3"')),
      // Archive: a box with a lid and its label.
      rect(730, 666, 240, 150, '#204069'),
      rect(718, 628, 264, 48, '#16304f'),
      rect(806, 720, 88, 44, '#ffffff'),
      rect(820, 738, 60, 9, '#204069'),
      '</g>',
    ],
    1.6,
  );
}

/** The drawing as a document, `scale` pixels for each of its units. */
function svg(width, height, shapes, scale = 1) {
  const defs =
    '<defs><filter id="soft" x="-5%" y="-5%" width="110%" height="110%"><feGaussianBlur stdDeviation="3"/></filter>' +
    '<filter id="glow" x="-30%" y="-30%" width="160%" height="160%"><feGaussianBlur stdDeviation="70"/></filter>' +
    '<filter id="blur" x="-5%" y="-5%" width="110%" height="110%"><feGaussianBlur stdDeviation="7"/></filter></defs>';
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width * scale}" height="${height * scale}" viewBox="0 0 ${width} ${height}">${defs}${shapes.join('')}</svg>`;
}

const pictures = [
  ['so-noi-vu-2020-1.jpg', meetingSpeaker()],
  ['so-noi-vu-2020-2.jpg', meetingAudience()],
  ['huong-dan-an-pham-so-do.png', threeEditions()],
];
for (const [name, drawing] of pictures) {
  const picture = sharp(Buffer.from(drawing))
    .flatten({ background: '#ffffff' })
    .withMetadata({ density: 254 });
  const written = name.endsWith('.png')
    ? picture.png({ palette: true, compressionLevel: 9 })
    : picture.jpeg({ quality: 85, progressive: false, chromaSubsampling: '4:4:4' });
  await written.toFile(join(folder, name));
}
