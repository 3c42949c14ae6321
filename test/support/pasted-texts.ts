/** Pasted texts for property tests: random mixtures of blocks of every kind, well formed and not. */
import fc from 'fast-check';

const syllables =
  'xã Tân hội NGHỊ năm 2019 13/1 UBND (Ảnh: Theo “hồi” ông 4.800 – TTXVN) Ảnh: và, tỉnh. họp: hay? rừng {.lead} *chợ* [suối] núi | bản; PV: Nguồn -'.split(
    ' ',
  );
const phrase = (minLength: number, maxLength: number) =>
  fc.array(fc.constantFrom(...syllables), { minLength, maxLength }).map((words) => words.join(' '));
const whole = (words: string): string => `Trong năm ${words}, người dân trong vùng đã nhận đủ giống cây.`;

/** Blocks of every kind, well formed and not. */
const kinds: readonly fc.Arbitrary<string>[] = [
  phrase(1, 60),
  phrase(20, 40).map(whole),
  phrase(1, 16),
  phrase(10, 30).map((words) => `LSO-Chiều ${words}.`),
  phrase(4, 12).map((words) => `${words}. Ảnh: Tuệ Mẫn |`),
  phrase(3, 9).map((words) => `IMG_2031\n\nLớp ${words}\n\nLớp ${words}`),
  phrase(3, 9).map((words) => `PV: Thưa bà, ${words}?\n\nBà Mùi: ${whole(words)}\n\n- Còn ${words}?`),
  phrase(3, 9).map(
    (words) =>
      `Hà Nội, ngày 21/10/2019\n\nKính gửi ${words}\n\n${whole(words)}\n\nCHỦ TỊCH\n(Đã ký)\nNGUYỄN VĂN A`,
  ),
  phrase(2, 8).map((words) => `Những việc phải làm:\n\n1/ ${words};\n\n2/ ${words};\n- ${words}`),
  phrase(2, 6).map(
    (words) =>
      `Rừng xanh là của mọi nhà\nGiữ rừng là giữ nước và giữ quê\nAi ơi chớ đốt lửa kề\n${words}\n\nMột tàn than nhỏ mất về trăm năm`,
  ),
  phrase(2, 6).map((words) => `HOÀNG HUẤN\n\nĐôi nét về ${words}\n\n${whole(words)}`),
  phrase(2, 6).map((words) => `TIN LIÊN QUAN\n\nMở đường ${words}\n\nNước sạch ${words}`),
  phrase(3, 9).map((words) => `KINH TẾ . ${words}`),
  fc.constantFrom(
    'HÀ MY',
    'Thứ bảy,\u00a0 02/07/2022',
    'NDO -',
    'Moitruong.net.vn',
    '– Sau mùa mưa',
    'Theo VOV',
    'Thời sự',
    'Bình luận (0)',
    'IMG 4824',
    'Bài: Hải Yến\nẢnh: Tuệ Mẫn',
    'Lễ ra quân huấn luyện',
    'Một số hình ảnh tại buổi lễ:',
    'Lớp học (Ảnh: A B) Thầy cho biết từ nay các em không còn phải nghỉ học nữa.',
    '1.508,72 điểm',
    '#',
    '---',
    '|',
    '\u200bẨn chữ\u00ad',
  ),
];
export const pastedTexts: fc.Arbitrary<string> = fc
  .array(
    fc.tuple(fc.oneof(...kinds), fc.constantFrom('\n', '\n\n', '\n\n\n', '\r\n\r\n', '\n\u00a0\n', '\r')),
    { minLength: 1, maxLength: 16 },
  )
  .map((parts) => parts.map(([text, gap]) => text + gap).join(''));
