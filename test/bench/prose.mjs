/**
 * Prose of synthetic Vietnamese for the benches, the same for the same seed on every machine: real
 * words in sentences of real length, so that line breaking has work to do, without any meaning.
 */
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
export function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** The words of a text separated by blanks (Vietnamese: syllables). */
export const countWords = (text) => text.split(/\s+/).length;

/** A text with its first letter in upper case. */
export const capital = (text) => text[0].toUpperCase() + text.slice(1);

/** A writer of prose that draws from one seeded generator. */
export function proseWriter(seed) {
  const next = random(seed);
  const pick = (list) => list[Math.floor(next() * list.length)];
  const between = (low, high) => low + Math.floor(next() * (high - low + 1));
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
  const noun = () => pick(nouns);
  return { next, between, noun, phrase, sentence, sentences, heading };
}

const wordsOf = (lists) => [...new Set(lists.flat().flatMap((phrase) => phrase.split(' ')))];

/** Every word that the prose can have, as it may stand in it: capitals, marks after it, all numbers. */
export function vocabulary() {
  const words = wordsOf([nouns, verbs, adjectives, links, openers]);
  const forms = words.flatMap((word) => [word, capital(word), `${word},`, `${word}.`]);
  const shares = Array.from({ length: 970 }, (_, i) => `${2 + Math.floor(i / 10)},${i % 10}`);
  const amounts = Array.from({ length: 891 }, (_, i) => `${10 + i}.000`);
  return [...forms, ...shares, ...amounts];
}

/** Every word that a heading can have. */
export function headingWords() {
  return wordsOf([nouns, verbs, adjectives, links]).flatMap((word) => [word, capital(word)]);
}

/** A list as texts of so many words each. */
export function inTexts(words, count) {
  const texts = [];
  for (let at = 0; at < words.length; at += count) texts.push(words.slice(at, at + count).join(' '));
  return texts;
}
