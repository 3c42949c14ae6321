/**
 * Small pieces of markup to ask two checks about: every element in a place that it may have, and from these every
 * element in every other, attributes with values, roles, states, and children in random order. A piece is one
 * line, so that one document asks about many. See README.md.
 */
import { ariaAttributes, roles } from '../../src/check/epub/content/aria.js';

/** One question: the kind that it is of, and the markup. */
export interface Probe {
  /** The part of the document, or the kind of document, that it stands in. */
  readonly where?: 'head' | 'nav' | 'svg';
  readonly kind: string;
  /** The element that it is about; pieces about one stand together. */
  readonly place: string;
  /** What was changed, by which disagreements are counted. */
  readonly about: string;
  readonly markup: string;
}

/**
 * Each element where it may stand, with what it needs; `@` is the place for more attributes and `~` for more
 * content, where there is one.
 */
const places: Readonly<Record<string, string>> = {
  section: '<section@>~</section>',
  nav: '<nav@>~</nav>',
  article: '<article@>~</article>',
  aside: '<aside@>~</aside>',
  header: '<header@>~</header>',
  footer: '<footer@>~</footer>',
  main: '<main@>~</main>',
  search: '<search@>~</search>',
  h1: '<h1@>~</h1>',
  h4: '<h4@>~</h4>',
  hgroup: '<hgroup@><h1>a</h1>~</hgroup>',
  address: '<address@>~</address>',
  blockquote: '<blockquote@>~</blockquote>',
  p: '<p@>~</p>',
  pre: '<pre@>~</pre>',
  div: '<div@>~</div>',
  hr: '<hr@/>',
  ul: '<ul@>~</ul>',
  ol: '<ol@>~</ol>',
  menu: '<menu@>~</menu>',
  li: '<ul><li@>~</li></ul>',
  'ol li': '<ol><li@>~</li></ol>',
  'menu li': '<menu><li@>~</li></menu>',
  dl: '<dl@>~</dl>',
  dt: '<dl><dt@>~</dt><dd>a</dd></dl>',
  dd: '<dl><dt>a</dt><dd@>~</dd></dl>',
  'dl div': '<dl><div@><dt>a</dt><dd>a</dd>~</div></dl>',
  figure: '<figure@>~</figure>',
  figcaption: '<figure><figcaption@>~</figcaption></figure>',
  table: '<table@>~</table>',
  caption: '<table><caption@>~</caption></table>',
  colgroup: '<table><colgroup@>~</colgroup></table>',
  col: '<table><colgroup><col@/></colgroup></table>',
  thead: '<table><thead@>~</thead></table>',
  tbody: '<table><tbody@>~</tbody></table>',
  tfoot: '<table><tfoot@>~</tfoot></table>',
  tr: '<table><tr@>~</tr></table>',
  td: '<table><tr><td@>~</td></tr></table>',
  th: '<table><tr><th@>~</th></tr></table>',
  details: '<details@><summary>a</summary>~</details>',
  summary: '<details><summary@>~</summary></details>',
  dialog: '<dialog@>~</dialog>',
  a: '<a href="b.xhtml"@>~</a>',
  'a without href': '<a@>~</a>',
  'p a': '<p><a href="b.xhtml"@>~</a></p>',
  em: '<em@>~</em>',
  abbr: '<abbr@>~</abbr>',
  span: '<span@>~</span>',
  bdo: '<bdo dir="ltr"@>~</bdo>',
  q: '<q@>~</q>',
  data: '<data value="a"@>~</data>',
  time: '<time@>~</time>',
  'time with datetime': '<time datetime="2026"@>~</time>',
  br: '<br@/>',
  wbr: '<wbr@/>',
  ruby: '<ruby@>a~<rt>b</rt></ruby>',
  rt: '<ruby>a<rt@>~</rt></ruby>',
  rp: '<ruby>a<rp@>~</rp><rt>b</rt><rp>c</rp></ruby>',
  rb: '<ruby><rb@>~</rb><rt>b</rt></ruby>',
  rtc: '<ruby>a<rtc@>~</rtc></ruby>',
  ins: '<ins@>~</ins>',
  del: '<p><del@>~</del></p>',
  img: '<img src="a.jpg" alt="a"@/>',
  picture: '<picture@>~<img src="a.jpg" alt="a"/></picture>',
  'picture source': '<picture><source srcset="a.jpg"@/><img src="a.jpg" alt="a"/></picture>',
  source: '<audio><source src="a.mp3"@/></audio>',
  track: '<video src="a.mp4"><track src="a.vtt"@/></video>',
  audio: '<audio src="a.mp3"@>~</audio>',
  video: '<video@>~</video>',
  canvas: '<canvas@>~</canvas>',
  embed: '<embed src="a.svg"@/>',
  object: '<object data="a.svg"@>~</object>',
  param: '<object data="a.svg"><param name="a" value="b"@/></object>',
  iframe: '<iframe src="a.xhtml"@/>',
  map: '<map name="¤"@>~</map>',
  area: '<map name="¤"><area alt="a" href="b"@/></map>',
  form: '<form@>~</form>',
  fieldset: '<fieldset@>~</fieldset>',
  legend: '<fieldset><legend@>~</legend></fieldset>',
  label: '<label@>~</label>',
  input: '<input@/>',
  'input checkbox': '<input type="checkbox"@/>',
  'input radio': '<input type="radio"@/>',
  'input button': '<input type="button"@/>',
  'input submit': '<input type="submit"@/>',
  'input file': '<input type="file"@/>',
  'input hidden': '<input type="hidden"@/>',
  'input image': '<input type="image" alt="a"@/>',
  'input date': '<input type="date"@/>',
  'input number': '<input type="number"@/>',
  'input range': '<input type="range"@/>',
  'input email': '<input type="email"@/>',
  'input search': '<input type="search"@/>',
  'input color': '<input type="color"@/>',
  button: '<button@>~</button>',
  'button reset': '<button type="reset"@>~</button>',
  'button button': '<button type="button"@>~</button>',
  select: '<select@>~</select>',
  optgroup: '<select><optgroup label="a"@>~</optgroup></select>',
  option: '<select><option@>~</option></select>',
  datalist: '<datalist@>~</datalist>',
  textarea: '<textarea@>~</textarea>',
  output: '<output@>~</output>',
  progress: '<progress@>~</progress>',
  meter: '<meter value="1"@>~</meter>',
  script: '<script@/>',
  template: '<template@>~</template>',
  slot: '<slot@>~</slot>',
  link: '<link rel="a" href="b"@/>',
  'meta inline': '<meta itemprop="a" content="b"@/>',
  'meta property': '<meta property="a" content="b"@/>',
  custom: '<x-a@>~</x-a>',
  math: '<m:math@>~</m:math>',
  mtext: '<m:math><m:mtext@>~</m:mtext></m:math>',
  annotation:
    '<m:math><m:semantics><m:mi>a</m:mi><m:annotation-xml@>~</m:annotation-xml></m:semantics></m:math>',
  svg: '<svg:svg@>~</svg:svg>',
  foreignObject: '<svg:svg><svg:foreignObject@>~</svg:foreignObject></svg:svg>',
  'svg title': '<svg:svg><svg:title@>~</svg:title></svg:svg>',
  'epub switch':
    '<epub:switch@><epub:case required-namespace="a">~</epub:case><epub:default>a</epub:default></epub:switch>',
  'epub default':
    '<epub:switch><epub:case required-namespace="a"/><epub:default@>~</epub:default></epub:switch>',
};

/** Elements alone, to be put into others; what only stands in lists, tables and the like as well. */
const alone: readonly string[] = [
  ...Object.values(places)
    .filter(
      (markup) =>
        !/^<(?:ul|ol|menu|dl|table|figure|details|ruby|fieldset|select|audio|video|picture|map|object|svg|p)><|^<svg:svg><|^<m:math><|^<epub/.test(
          markup,
        ),
    )
    .map((markup) => markup.replace('@', '').replace('~', '')),
  ...'li dt dd figcaption caption colgroup col thead tbody tfoot tr td th summary rt rp rb rtc legend option'
    .split(' ')
    .map((name) => (name === 'col' ? '<col/>' : `<${name}></${name}>`)),
  '<source src="a"/>',
  '<track src="a"/>',
  '<param name="a" value="b"/>',
  '<area/>',
  '<optgroup label="a"/>',
  '<style>a { }</style>',
  '<title>a</title>',
  '<meta charset="utf-8"/>',
  '<base href="a"/>',
  '<noscript/>',
  '<font/>',
  '<keygen/>',
  '<body/>',
  '<head/>',
  '<o xmlns="http://example.org/"/>',
  '<m:mi>a</m:mi>',
  '<m:ci>a</m:ci>',
  '<svg:g/>',
  'text',
];

/** Attributes and values that someone might write, right and wrong. */
const values: readonly string[] = [
  '',
  '0',
  '1',
  '-1',
  '1.5',
  '10px',
  '50%',
  'a',
  'a b',
  'true',
  'false',
  'auto',
];
const attributes: readonly string[] = [
  ...'accept accept-charset accesskey action align allow allowfullscreen alt async autocapitalize autocomplete'.split(
    ' ',
  ),
  ...'autofocus autoplay bgcolor border cellpadding cellspacing charset checked cite class color cols colspan'.split(
    ' ',
  ),
  ...'content contenteditable contextmenu controls coords crossorigin data data-a data-A datetime decoding default'.split(
    ' ',
  ),
  ...'defer dir dirname disabled download draggable dropzone enctype enterkeyhint face fetchpriority for form'.split(
    ' ',
  ),
  ...'formaction formmethod frameborder headers height hidden high href hreflang http-equiv id imagesizes inert'.split(
    ' ',
  ),
  ...'inputmode integrity is ismap itemid itemprop itemref itemscope itemtype its-term kind label lang language'.split(
    ' ',
  ),
  ...'list loading longdesc loop low max maxlength media method min minlength multiple muted name nomodule nonce'.split(
    ' ',
  ),
  ...'novalidate nowrap onclick onload onfoo open optimum pattern ping placeholder playsinline popover'.split(
    ' ',
  ),
  ...'popovertarget poster preload property prefix pubdate readonly referrerpolicy rel required resource rev'.split(
    ' ',
  ),
  ...'reversed role rows rowspan rules sandbox scope scoped seamless selected shape size sizes slot span'.split(
    ' ',
  ),
  ...'spellcheck src srcdoc srclang srcset start step style summary tabindex target title translate type typeof'.split(
    ' ',
  ),
  ...'typemustmatch usemap valign value vocab about datatype inlist width wrap'.split(' '),
  ...'xml:lang xml:base xml:space xml:id epub:type epub:prefix epub:foo ssml:ph ssml:alphabet xlink:href ev:event'.split(
    ' ',
  ),
  ...'my:own blocking as'.split(' '),
];

/** Values that some attribute takes, by the attribute. */
const addresses =
  'a%20b a%zz a#b#c http:// http:///a http://a:b/ // //a /// http: mailto:a :a 1a:b a: a|b [a] {a} a\\\\b http://[::1]/ http://[::1 # ? http://a/?b=[c] tiếng-việt http://ví-dụ.vn/ urn:a:b file:///a data:,a javascript:a() a^b `a`';
const likely: Readonly<Record<string, string>> = {
  align: 'left char',
  as: 'script font',
  autocapitalize: 'on words',
  autocomplete: 'on off name',
  charset: 'utf-8',
  color: '#123456',
  coords: '0,0,9,9 0,0,9 0,0,9,9,5,5',
  crossorigin: 'anonymous use-credentials',
  datetime:
    '2026 2026-11 2026-11-29 2026-W48 07:30 07:30:15.5 2026-11-29T07:30Z 2026-11-29T07:30+07:00 P3D PT3H2M 11-29 --11-29 2026-1-1 7:30 P3Y 3d',
  decoding: 'sync async',
  dir: 'ltr RTL up',
  enctype: 'text/plain multipart/form-data',
  enterkeyhint: 'go done',
  fetchpriority: 'high low',
  formmethod: 'get POST dialog',
  hidden: 'hidden until-found HIDDEN',
  href: addresses,
  cite: addresses,
  itemtype: addresses,
  hreflang: 'vi vi-VN vi_VN',
  'http-equiv': 'refresh',
  inert: 'inert INERT',
  inputmode: 'none numeric',
  kind: 'captions Chapters',
  lang: 'vi vi-VN vi_VN abcdefghi x-a',
  loading: 'lazy eager',
  method: 'get post dialog put',
  preload: 'none metadata',
  referrerpolicy: 'origin unsafe-url',
  sandbox: 'allow-scripts allow-forms allow-popups',
  scope: 'row col rowgroup ROW',
  shape: 'rect circle poly default',
  sizes: 'any 16x16 100vw',
  'ssml:alphabet': 'ipa x-a',
  target: '_blank _foo foo _TOP',
  translate: 'yes no',
  type: 'text/css image/png 1 A i I disc button submit reset checkbox date foo',
  usemap: '#m m',
  value: '2026-11-29 07:30 2026-W48 #123456 a@b',
  wrap: 'soft hard',
  'xml:lang': 'vi vi-VN vi_VN',
  'xml:space': 'preserve default',
};

/** A generator of numbers from 0 to 1 that a seed decides (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

let numbers = 0;
/** A place filled; `¤` becomes a name that no other piece has. */
const filled = (markup: string, more: string, content: string): string =>
  markup
    .replace('@', () => more)
    .replace('~', () => content)
    .replaceAll('¤', () => `m${(numbers += 1)}`);
const nameOf = (markup: string): string => /^<([\w:-]+)/.exec(markup)?.[1] ?? 'text';

/** Every element in every other. */
function pairs(): readonly Probe[] {
  return Object.entries(places).flatMap(([parent, markup]) =>
    markup.includes('~')
      ? alone.map((child) => ({
          kind: 'pairs',
          place: parent,
          about: `${nameOf(child)} in ${parent}`,
          markup: filled(markup, '', child),
        }))
      : [],
  );
}

function attributeProbes(): readonly Probe[] {
  return Object.entries(places).flatMap(([element, markup]) =>
    attributes
      .filter((name) => !new RegExp(`<[^<>@]* ${name}=[^<>@]*@`).test(markup))
      .flatMap((name) => {
        const tried = name in likely ? [...values.slice(0, 3), ...(likely[name] ?? '').split(' ')] : values;
        return tried.map((value) => ({
          kind: 'attributes',
          place: element,
          about: `${element} ${name}="${value}"`,
          markup: filled(markup, ` ${name}="${value}"`, ''),
        }));
      }),
  );
}

function roleProbes(): readonly Probe[] {
  const tried = [...roles.keys(), 'foo', 'note doc-tip', ''];
  return Object.entries(places).flatMap(([element, markup]) =>
    tried.map((role) => ({
      kind: 'roles',
      place: element,
      about: `${element} role="${role}"`,
      markup: filled(markup, ` role="${role}"`, ''),
    })),
  );
}

/** States on elements without a role and, with a role, on a `div`. */
function stateProbes(): readonly Probe[] {
  const states = [...ariaAttributes.keys(), 'aria-foo', 'aria-braillelabel', 'aria-colindextext'];
  const tried = ['true', '1', '', 'none', 'mixed', '-1', 'polite', 'additions text', 'all', 'page'];
  const plain = Object.entries(places).flatMap(([element, markup]) =>
    states.map((state) => ({
      kind: 'states',
      place: element,
      about: `${element} ${state}`,
      markup: filled(markup, ` ${state}="1"`, ''),
    })),
  );
  const withRole = [...roles.keys()].flatMap((role) =>
    states.map((state) => ({
      kind: 'states',
      place: `role ${role}`,
      about: `role ${role} ${state}`,
      markup: `<div role="${role}" ${state}="1"/>`,
    })),
  );
  const withValue = states.flatMap((state) =>
    tried.flatMap((value) =>
      ['treegrid', 'slider', 'textbox', 'tab'].map((role) => ({
        kind: 'states',
        place: state,
        about: `${state}="${value}"`,
        markup: `<div role="${role}" ${state}="${value}"/>`,
      })),
    ),
  );
  return [...plain, ...withRole, ...withValue];
}

/** Children that are about right, in random numbers and order. */
const families: Readonly<Record<string, string>> = {
  dl: '<dt>a</dt> <dd>a</dd> <div><dt>a</dt><dd>a</dd></div> <script/> <template/> <p/>',
  'dl div': '<dt>a</dt> <dd>a</dd> <script/>',
  table:
    '<caption/> <colgroup/> <colgroup><col/></colgroup> <thead/> <tbody/> <tfoot/> <tr/> <script/> <col/> <td/>',
  colgroup: '<col/> <script/> <template/> text',
  tr: '<td/> <th/> <script/> text',
  ul: '<li/> <script/> <template/> <ul/> text',
  figure: '<figcaption/> <p/> text <img/>',
  ruby: '<rt/> <rp/> <rb/> <rtc/> text <b/> <rp>a</rp> <rt>a</rt>',
  details: '<summary/> <p/> text',
  summary: '<h1/> <h1/> <h2/> <hgroup><h1/></hgroup> text <b/>',
  legend: '<h1/> <h2/> text <b/> <p/>',
  hgroup: '<h1/> <h2/> <p/> <script/>',
  picture: '<source srcset="a"/> <img src="a"/> <script/> <source/> text',
  audio: '<source src="a"/> <track src="a"/> text <p/>',
  video: '<source src="a"/> <track src="a"/> text <p/> <b/>',
  object: '<param name="a" value="b"/> text <p/>',
  fieldset: '<legend/> <p/> text',
  select: '<option/> <optgroup label="a"/> <script/> text',
  datalist: '<option/> text <b/> <p/>',
};

function sequences(random: () => number, count: number): readonly Probe[] {
  const names = Object.keys(families);
  return Array.from({ length: count }, () => {
    const parent = names[Math.floor(random() * names.length)] ?? 'dl';
    const pool = (families[parent] ?? '').match(/<[^<>]*\/>|<(\w+)>.*?<\/\1>|\w+/g) ?? [];
    const chosen = Array.from(
      { length: Math.floor(random() * 6) },
      () => pool[Math.floor(random() * pool.length)] ?? '',
    );
    const markup = bare[parent] ?? places[parent] ?? '';
    return {
      kind: 'sequences',
      place: parent,
      about: `${parent}: ${chosen.map(nameOf).join(' ')}`,
      markup: filled(markup, '', chosen.join('')),
    };
  });
}

/** Where the children of a family are all that there is. */
const bare: Readonly<Record<string, string>> = {
  ruby: '<ruby>~</ruby>',
  hgroup: '<hgroup>~</hgroup>',
  details: '<details>~</details>',
  picture: '<picture>~</picture>',
  'dl div': '<dl><div>~</div></dl>',
};

/** Elements of MathML that hold expressions, and those that stand in others. */
const expressions =
  'mi mn mo mtext mspace ms mrow mfrac msqrt mroot mstyle merror mpadded mphantom mfenced menclose msub msup msubsup ' +
  'munder mover munderover mmultiscripts mtable mstack mlongdiv maction semantics maligngroup malignmark';
const mathParts =
  'math mglyph none mprescripts mtr mlabeledtr mtd msgroup msrow mscarries mscarry msline annotation annotation-xml foo';
const mathPlaces: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    expressions.split(' ').map((name) => [name, `<m:math><m:${name}@>~</m:${name}></m:math>`]),
  ),
  math: '<m:math@>~</m:math>',
  maction: '<m:math><m:maction actiontype="a"@>~</m:maction></m:math>',
  mtr: '<m:math><m:mtable><m:mtr@>~</m:mtr></m:mtable></m:math>',
  mlabeledtr: '<m:math><m:mtable><m:mlabeledtr@>~</m:mlabeledtr></m:mtable></m:math>',
  mtd: '<m:math><m:mtable><m:mtr><m:mtd@>~</m:mtd></m:mtr></m:mtable></m:math>',
  msgroup: '<m:math><m:mstack><m:msgroup@>~</m:msgroup></m:mstack></m:math>',
  msrow: '<m:math><m:mstack><m:msrow@>~</m:msrow></m:mstack></m:math>',
  mscarries: '<m:math><m:mstack><m:mscarries@>~</m:mscarries></m:mstack></m:math>',
  mscarry: '<m:math><m:mstack><m:mscarries><m:mscarry@>~</m:mscarry></m:mscarries></m:mstack></m:math>',
  msline: '<m:math><m:mstack><m:msline@>~</m:msline></m:mstack></m:math>',
  mglyph: '<m:math><m:mi><m:mglyph@>~</m:mglyph></m:mi></m:math>',
};
const inContent = (markup: string): string =>
  `<m:math><m:semantics><m:mi>a</m:mi><m:annotation-xml encoding="MathML-Content" name="contentequiv">${markup}</m:annotation-xml></m:semantics></m:math>`;
const contentNames =
  'apply bind cn ci csymbol share cerror cbytes cs piecewise piece otherwise reln fn declare interval lambda set list ' +
  'vector matrix matrixrow bvar degree domainofapplication condition lowlimit uplimit momentabout logbase sep plus sin ' +
  'semantics mi foo';
const mathAttributes =
  'id xref class style href other mathcolor mathbackground mathvariant mathsize dir fontfamily fontweight color form ' +
  'fence stretchy lspace maxsize linebreak indentalign indentshiftfirst width height depth linethickness numalign ' +
  'bevelled scriptlevel displaystyle scriptminsize decimalpoint accent align columnalign groupalign columnwidth ' +
  'framespacing rowspan open notation subscriptshift actiontype selection position crossout location charspacing ' +
  'encoding definitionURL cd name src type base alttext altimg overflow display lang title role aria-label tabindex ' +
  'onclick xml:lang xml:base xml:space epub:type ssml:ph ssml:alphabet xlink:href my:own data-a longdivstyle';
const mathValues =
  'a|1|-1|1.5|0.7|true|false|left|center|top|axis|axis 1|normal|bold-italic|red|#fff|#12345|transparent|1em|-.5px|50%|' +
  '1.|2.5.|thinmathspace|negativeverythickmathspace|veryveryverythinmathspace|+1height|-20%width|auto|auto 1em fit|' +
  'none|solid dashed|w|prefix|infinity|ltr|inline|none updiagonalstrike|{left right} {center}|{left|left right||1em 2em|loose|medium';

function mathProbes(random: () => number, count: number): readonly Probe[] {
  const names = `${expressions} ${mathParts} apply`.split(' ');
  const asked = Object.entries(mathPlaces).flatMap(([place, markup]) => [
    ...names.map((name) => ({
      place,
      about: `${name} in ${place}`,
      markup: filled(markup, '', `<m:${name}/>`),
    })),
    ...mathAttributes.split(' ').flatMap((name) =>
      mathValues.split('|').map((value) => ({
        place,
        about: `${place} ${name}="${value}"`,
        markup: filled(markup, ` ${name}="${value}"`, ''),
      })),
    ),
    ...[1, 2, 3, 4].map((times) => ({
      place,
      about: `${times} mi in ${place}`,
      markup: filled(markup, '', '<m:mi/>'.repeat(times)),
    })),
  ]);
  const content = contentNames.split(' ').flatMap((outer) =>
    contentNames.split(' ').flatMap((inner) =>
      [1, 2].map((times) => ({
        place: `content ${outer}`,
        about: `${times} ${inner} in ${outer}`,
        markup: inContent(`<m:${outer}>${`<m:${inner}/>`.repeat(times)}</m:${outer}>`),
      })),
    ),
  );
  const pool = 'mi mi mi none mprescripts mrow'.split(' ');
  const scripts = Array.from({ length: count }, () => {
    const chosen = Array.from(
      { length: Math.floor(random() * 8) },
      () => pool[Math.floor(random() * pool.length)] ?? 'mi',
    );
    return {
      place: 'mmultiscripts',
      about: `mmultiscripts: ${chosen.join(' ')}`,
      markup: filled(mathPlaces['mmultiscripts'] ?? '', '', chosen.map((name) => `<m:${name}/>`).join('')),
    };
  });
  return [...asked, ...content, ...scripts].map((probe) => ({ kind: 'math', ...probe }));
}

/** What stands in the head. */
const headPlaces: readonly string[] = [
  '<meta name="a" content="b"@/>',
  '<meta charset="utf-8"@/>',
  '<meta http-equiv="refresh" content="5"@/>',
  '<meta itemprop="a" content="b"@/>',
  '<meta property="a" content="b"@/>',
  '<meta@/>',
  '<link rel="a" href="b"@/>',
  '<link rel="a"@/>',
  '<link itemprop="a" href="b"@/>',
  '<link property="a" href="b"@/>',
  '<link href="b"@/>',
  '<style@/>',
  '<script@/>',
  '<template@/>',
  '<base href="a"@/>',
  '<base target="a"@/>',
];

function headProbes(): readonly Probe[] {
  const about = headPlaces.flatMap((markup) =>
    attributes
      .filter((name) => !markup.includes(` ${name}=`))
      .flatMap((name) =>
        [...values.slice(0, 4), ...(likely[name] ?? '').split(' ')].map((value) => ({
          place: markup,
          about: `${markup} ${name}="${value}"`,
          markup: filled(markup, ` ${name}="${value}"`, ''),
        })),
      ),
  );
  const held = alone.map((markup) => ({
    place: 'head',
    about: `${markup} in head`,
    markup: filled(markup, '', ''),
  }));
  return [...about, ...held].map((probe) => ({ kind: 'head', where: 'head' as const, ...probe }));
}

/** Lists of a navigation document, with one thing changed. */
function navProbes(random: () => number, count: number): readonly Probe[] {
  const items = [
    '<a href="a">a</a>',
    '<span>a</span>',
    '<ol><li><a href="a">a</a></li></ol>',
    '<ol/>',
    'text',
    '<p>a</p>',
    '<a href="a"/>',
    '<a href="a"><img src="a" alt="b"/></a>',
    '<a href="a"><i aria-label="b"/></a>',
    '<script/>',
    '<a href="a"><ol/></a>',
  ];
  const starts = [
    '',
    '',
    '<h2>a</h2>',
    '<h1/>',
    '<hgroup><h1>a</h1></hgroup>',
    '<p>a</p>',
    'text',
    '<h2>a</h2><h3>b</h3>',
  ];
  const types = ['toc', 'lot', 'page-list', 'landmarks', 'foo', 'toc foo'];
  const pick = (from: readonly string[]): string => from[Math.floor(random() * from.length)] ?? '';
  return Array.from({ length: count }, () => {
    const lines = Array.from(
      { length: Math.floor(random() * 3) },
      () => `<li>${Array.from({ length: Math.ceil(random() * 2) }, () => pick(items)).join('')}</li>`,
    );
    const list = random() < 0.9 ? `<ol>${lines.join('')}</ol>` : pick(items);
    const markup = `<nav epub:type="${pick(types)}">${pick(starts)}${list}${random() < 0.1 ? pick(items) : ''}</nav>`;
    return { kind: 'nav', where: 'nav', place: 'nav', about: markup, markup };
  });
}

/** A drawing of its own. */
function svgProbes(): readonly Probe[] {
  const shapes =
    'g path defs title desc metadata text tspan style symbol use foreignObject a linearGradient foo'.split(
      ' ',
    );
  const tried = [
    'id="a b"',
    'id="1a"',
    'id="a:b"',
    'epub:type="a"',
    'epub:type=""',
    'epub:foo="a"',
    'epub:prefix="a"',
    'role="foo"',
    'lang="?"',
    'data-A="a"',
    'my:own="a"',
  ];
  const withAttributes = shapes.flatMap((name) =>
    tried.map((one) => ({ place: name, about: `${name} ${one}`, markup: `<svg:${name} ${one}/>` })),
  );
  const withHtml = alone.flatMap((markup) =>
    ['foreignObject', 'title', 'g', 'desc'].map((name) => ({
      place: name,
      about: `${markup} in ${name}`,
      markup: `<svg:${name}>${filled(markup, '', '')}</svg:${name}>`,
    })),
  );
  return [...withAttributes, ...withHtml].map((probe) => ({ kind: 'svg', where: 'svg' as const, ...probe }));
}

/** Values that are nearly right, by attributes that have types of their own. */
const typed: readonly (readonly [markup: string, value: string])[] = [
  ['<time datetime="@"/>', '2026-11-29T07:30:15.123+07:00'],
  ['<time datetime="@"/>', 'P3DT4H5M6.5S'],
  ['<time datetime="@"/>', '1h 30m 5s'],
  ['<time datetime="@"/>', '2026-W48'],
  ['<time datetime="@"/>', '--11-29'],
  ['<ins datetime="@"/>', '2026-11-29T07:30Z'],
  ['<img src="a" width="@"/>', '+0100'],
  ['<ol start="@"/>', '-012'],
  ['<table><tr><td colspan="@"/></tr></table>', '+02'],
  ['<meter value="@"/>', '-1.5E+10'],
  ['<progress max="@"/>', '+.5e-3'],
  ['<map name="¤"><area coords="@"/></map>', '0,-1,22,3'],
  ['<map name="¤"><area shape="circle" coords="@"/></map>', '0,1,2'],
  ['<map name="¤"><area shape="poly" coords="@"/></map>', '0,1,2,3,4,5'],
  ['<p lang="@"/>', 'zh-Hant-TW'],
  ['<input type="time" value="@"/>', '07:30:15'],
  ['<input type="week" value="@"/>', '2026-W48'],
  ['<input type="color" value="@"/>', '#a0b1c2'],
  ['<input type="email" value="@"/>', 'a@b.vn'],
  ['<p epub:type="@"/>', 'a:b c.d'],
  ['<p id="@"/>', 'a:b.c'],
  ['<a href="b" type="@"/>', 'text/html; a=b'],
  ['<link rel="icon" href="b" sizes="@"/>', '16x16 32x32'],
  ['<q cite="@"/>', 'http://u@a.vn:80/b/c?d=e#f'],
  ['<p prefix="@"/>', 'a: http://b c: d'],
  ['<p property="@"/>', 'a:b c'],
  ['<p about="@"/>', '[a:b]'],
  ['<m:math><m:mspace width="@"/></m:math>', '-1.5em'],
  ['<m:math><m:mpadded width="@"/></m:math>', '+1.5 % height'],
  ['<m:math><m:mtable align="@"/></m:math>', 'axis -1'],
  ['<m:math><m:mtable groupalign="@"/></m:math>', '{left right} {center}'],
];

function valueProbes(random: () => number, count: number): readonly Probe[] {
  const signs = '0123456789aAxTZPWDHMS:-+.,#% /[]{}@_é';
  const pick = (text: string): string => text[Math.floor(random() * text.length)] ?? '';
  const changed = (value: string): string => {
    const at = Math.floor(random() * (value.length + 1));
    const kept = random();
    return (
      value.slice(0, at) +
      (kept < 0.3 ? '' : pick(kept < 0.7 ? signs : value)) +
      value.slice(kept < 0.7 ? at + 1 : at)
    );
  };
  return typed.flatMap(([markup, good]) =>
    Array.from({ length: count }, () => {
      let value = good;
      for (let times = Math.ceil(random() * 3); times > 0; times -= 1) value = changed(value);
      return {
        kind: 'values',
        place: markup,
        about: markup.replace('@', () => value),
        markup: filled(
          markup.replace('@', () => value.replaceAll('&', '')),
          '',
          '',
        ),
      };
    }),
  );
}

/** Elements in one another at random, with attributes that refer to each other. */
function nested(random: () => number, count: number): readonly Probe[] {
  const pick = <T>(from: readonly T[]): T | undefined => from[Math.floor(random() * from.length)];
  const all = Object.entries(places).filter(([name]) => !name.startsWith('epub'));
  const text = all.filter(([, markup]) =>
    /^<(?:em|span|a|q|ins|del|abbr|p|label|img|input|br)\b/.test(markup),
  );
  const more = [
    ...'controls="" usemap="#m" ismap="" hidden="" type="hidden" ssml:ph="a" aria-controls="§" for="§" headers="§"'.split(
      ' ',
    ),
    ...'aria-labelledby="§" list="§" form="§" aria-activedescendant="§" lang="vi" xml:lang="vi" lang="en" xref="§"'.split(
      ' ',
    ),
    ...'multiple="" selected="" itemprop="a" role="note" epub:type="a" class="a" dir="ltr" src="a" default=""'.split(
      ' ',
    ),
  ];
  let ids = 0;
  const one = (depth: number): string => {
    const chosen = (random() < 0.5 ? pick(text) : pick(all))?.[1] ?? '';
    const attribute = random() < 0.3 ? ` ${pick(more) ?? ''}` : '';
    const id = random() < 0.3 ? ` id="n${(ids += 1)}"` : '';
    const target = `n${Math.max(1, ids - Math.floor(random() * 4))}`;
    const inside =
      depth <= 0 ? 'a' : Array.from({ length: Math.ceil(random() * 2) }, () => one(depth - 1)).join('');
    return filled(chosen, `${attribute.replace('§', target)}${id}`, inside);
  };
  return Array.from({ length: count }, (_, i) => {
    const markup = one(Math.ceil(random() * 3));
    return { kind: 'nested', place: `nested ${Math.floor(i / 100)}`, about: markup, markup };
  });
}

/** All questions, in an order that the seed alone decides. */
export function makeProbes(seed: number, count: number): readonly Probe[] {
  const random = randomFrom(seed);
  const asked = [
    ...pairs(),
    ...attributeProbes(),
    ...roleProbes(),
    ...stateProbes(),
    ...sequences(random, count),
    ...nested(random, count),
    ...mathProbes(random, count),
    ...headProbes(),
    ...navProbes(random, count),
    ...svgProbes(),
    ...valueProbes(random, Math.ceil(count / 10)),
  ];
  // An attribute given twice is no XML.
  return asked.filter(({ markup }) => !/<[^<>]* ([\w:-]+)="[^"]*"[^<>]* \1="/.test(markup));
}
