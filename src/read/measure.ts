/**
 * A block → what can be measured of it: its shape (length, capitals, end punctuation), its vocabulary
 * (dates, datelines, credits, names, openers) and its place among the others. Measured once; the rules
 * only look.
 * The words lists are those of Vietnamese newspapers, the numbers of the rules rest on 45,000 articles.
 */
import { bylineOf, sourceOf, type Byline } from './byline.js';
import { creditOf, wordsAfterCredit } from './credit.js';
import { datelineOf, type Dateline } from './dateline.js';
import { siteDateOf, type SiteDate } from './site-date.js';
import { linesInRuns } from './runs.js';
import type { Block } from './split-blocks.js';

/** What a block shows by itself. */
export interface Shape {
  readonly block: Block;
  /** Syllables, the dateline not counted. */
  readonly words: number;
  /** Ends as a sentence does. */
  readonly closed: boolean;
  readonly asks: boolean;
  /** Ends in the middle of a sentence or of a list. */
  readonly runsOn: boolean;
  /** Ends in a colon: something follows. */
  readonly announces: boolean;
  /** All letters are capitals. */
  readonly capitals: boolean;
  readonly digits: boolean;
  readonly small: boolean;
  readonly date: SiteDate | undefined;
  readonly dateline: Dateline | undefined;
  readonly credited: boolean;
  /** Words behind a credit in the middle of the line. */
  readonly afterCredit: number;
  readonly byline: Byline | undefined;
  readonly source: boolean;
  readonly junk: boolean;
  /** A file name or an image slot: `IMG 4824`, `<title> ảnh 1`. */
  readonly imageFile: boolean;
  readonly section: boolean;
  readonly captionOpener: boolean;
  readonly captionAction: boolean;
  readonly discourseOpener: boolean;
  readonly numbered: boolean;
  /** Opens as an item of a list does: `1/ 1. 1) a) - + •`. */
  readonly enumerated: boolean;
}

/** A block with what its place adds. */
export interface Measure extends Shape {
  readonly first: boolean;
  /** Nothing but dates, sections and page furniture stands before. */
  readonly opens: boolean;
  /** One of several short lines that belong together: verse, a list without marks. */
  readonly inRun: boolean;
  /** How many independent signs say that it stands below a photo. */
  readonly captionSigns: number;
  /** Nothing but sources, dates and junk follows. */
  readonly last: boolean;
  readonly next: Measure | undefined;
}

const junk =
  /^(?:nhảy đến nội dung|viết bình luận|bình luận(?: \(\d+\))?|gửi bình luận|ý kiến bạn đọc|tin cùng chuyên mục|tin liên quan|bài liên quan|tin khác|xem thêm|đọc thêm|chia sẻ|in bài viết|in trang|gửi bài viết|lượt xem ?: ?[\d.,]+|từ khóa ?:?.{0,80}|\d+:\d{2} ?\/ ?\d+:\d{2}|\d+ (?:phút|giờ|ngày) trước(?:bài gốc)?|trở về đầu trang|quay lại|về trang chủ|facebook|zalo|twitter)$/iu;
const imageFile =
  /^(?:(?:[A-Z]:\\|\/)?\S*[\w-]\.(?:jpe?g|png|gif|webp|bmp|heic)|(?:IMG|DSC|DSCN|DSCF)[ _-]?\d{2,}|.{0,200} ảnh \d{1,2}|.{10,200} -\d)$/u;
const sectionNames =
  /^(?:thời sự|chính trị|xã hội|chính trị ?[-–] ?xã hội|kinh tế|văn hóa|văn hoá|văn hóa ?[-–] ?xã hội|giáo dục|y tế|sức khỏe|pháp luật|thể thao|du lịch|quốc tế|thế giới|quốc phòng ?[-–] ?an ninh|an ninh|đời sống|khoa học|công nghệ|môi trường|nông nghiệp|nông thôn mới|xây dựng đảng|bạn đọc|văn nghệ|đất và người.{0,20}|chuyên mục ?:.{1,60})$/iu;
const captionOpener =
  /^(?:(?:quang|toàn) cảnh|(?:các )?đại biểu|(?:các )?đồng chí|lãnh đạo|ông |bà |anh |chị |chủ tịch|phó chủ tịch|bí thư|phó bí thư|thủ tướng|tổng bí thư|(?:đại|trung|thiếu|thượng) (?:tướng|tá)|một (?:góc|tiết mục|cảnh)|người dân|học sinh|cán bộ|ảnh |hình ảnh|trao |tặng )/iu;
const captionAction =
  /(?:phát biểu|trao (?:quà|bằng|thưởng|giải|tặng)|tặng (?:quà|hoa|bằng)|chụp ảnh|kiểm tra|tham quan|chúc mừng|bắt tay|dự (?:hội nghị|lễ)|tại (?: ?hội nghị|buổi|lễ|hội thảo|đại hội|cuộc))/iu;
const discourseOpener =
  /^(?:tuy|bước đầu|qua đó|theo đó|bên cạnh|ngoài ra|đồng thời|trong đó|do đó|vì vậy|vì thế|cùng với|nhân dịp|tại |trong |năm |ngày |sáng |chiều |tối |sau |trước |kết quả|theo |để |với |từ |hiện |được biết|như vậy|mặt khác|cụ thể|đến nay|đây là|không chỉ|phát biểu )/iu;

const enumerator = /^(?:\d{1,2}\s*[./)](?=\s|\p{L})|\p{Ll}\)|[-–—+•*·](?=\s|\p{L}))/u;

/** UTF-16 units. */
const longestLine = 250;

/** Measures all blocks of a text. */
export function measureBlocks(blocks: readonly Block[]): readonly Measure[] {
  const shapes = blocks.map(shapeOf);
  const runs = linesInRuns(shapes);
  const head = shapes.findIndex((shape) => !isFurniture(shape));
  const backwards: Measure[] = [];
  // From the end, so that a block can see what follows it.
  for (let i = shapes.length - 1; i >= 0; i--) {
    const shape = shapes[i];
    const next = backwards.at(-1);
    if (!shape) continue;
    backwards.push({
      ...shape,
      first: i === 0,
      opens: i === head,
      inRun: runs.has(shape),
      captionSigns: captionSigns(shape, shapes[i - 1], next),
      last: !next || (next.last && isAfterword(next)),
      next,
    });
  }
  return backwards.reverse();
}

function shapeOf(block: Block): Shape {
  const dateline = datelineOf(block.text);
  const bare = dateline ? block.text.slice(dateline.text.length).trim() : block.text;
  // Dates, names, sources and slots are short lines; on long ones nothing is looked for.
  const short = block.text.length <= longestLine;
  const letters = bare.replace(/[^\p{L}]/gu, '');
  return {
    block,
    words: bare.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length,
    closed: /[.!?…]["”’)]?$/u.test(bare),
    asks: /\?["”’)]?$/u.test(bare),
    runsOn: /[,;]$/u.test(bare),
    announces: bare.endsWith(':'),
    capitals: letters.length > 1 && letters === letters.toLocaleUpperCase('vi'),
    digits: /\d/.test(bare),
    small: /^\p{Ll}/u.test(bare),
    date: short ? siteDateOf(block.text) : undefined,
    dateline,
    credited: creditOf(block.text) !== undefined,
    afterCredit: wordsAfterCredit(block.text),
    byline: short ? bylineOf(block.text) : undefined,
    source: short && sourceOf(block.text) !== undefined,
    junk: short && junk.test(bare),
    imageFile: short && imageFile.test(bare),
    section: short && sectionNames.test(bare.replace(/\s*\|.*$/u, '')),
    captionOpener: captionOpener.test(bare),
    captionAction: captionAction.test(bare),
    discourseOpener: discourseOpener.test(bare),
    numbered: /^(?:[IVX]+|\d{1,2})\s*[./)-]\s*\p{L}/u.test(bare),
    enumerated: enumerator.test(bare),
  };
}

/**
 * Counts the signs of a caption, of which one alone is too little: that it opens no new time or thought
 * is true of titles, verse and lists too.
 */
function captionSigns(shape: Shape, before: Shape | undefined, next: Shape | undefined): number {
  const signs = [
    shape.block.isolatedBefore,
    shape.captionOpener,
    shape.captionAction,
    shape.credited,
    before?.imageFile === true || next?.imageFile === true,
    !shape.discourseOpener,
  ];
  // A credit needs no second sign.
  return signs.filter(Boolean).length + (shape.credited ? 1 : 0);
}

/** What may stand above the first words of the article. */
function isFurniture(shape: Shape): boolean {
  return shape.date !== undefined || shape.junk || shape.section || shape.imageFile;
}

/** What may stand behind a byline without being the article. */
function isAfterword(block: Shape): boolean {
  return block.source || block.junk || block.date !== undefined || block.imageFile;
}
