/** What is said of an ebook that a store or its readers do not take as it is. */
import type { CodeEntry } from '../code-entry.js';

export const storeCodes = {
  'STORE-FILE-NAME': {
    severity: 'warning',
    clause: 'Kobo EPUB guidelines',
    en: '{stores}: {count} file name(s) in the book are not plain ASCII: {name}',
    vi: '{stores}: {count} tên tệp trong sách có chữ ngoài ASCII: {name}',
    hint: {
      en: 'Rename them with letters without marks, figures and hyphens.',
      vi: 'Hãy đặt tên bằng chữ không dấu, chữ số và gạch nối.',
    },
  },
  'STORE-FILE-SIZE': {
    severity: 'warning',
    clause: 'Google Play Books',
    en: '{stores}: the file has {size} GB, and up to 2 are taken',
    vi: '{stores}: tệp lớn {size} GB, chỉ nhận tới 2 GB',
    hint: {
      en: 'Make pictures, sound and film smaller.',
      vi: 'Hãy giảm cỡ ảnh, âm thanh, video.',
    },
  },
  'STORE-NCX': {
    severity: 'warning',
    clause: 'Kindle Publishing Guidelines',
    en: '{stores}: the book has no NCX, by which older readers show the contents',
    vi: '{stores}: sách không có NCX, máy đọc cũ dựa vào đó để hiện mục lục',
    hint: {
      en: 'Add a toc.ncx with the same entries as the navigation document.',
      vi: 'Hãy thêm toc.ncx có các mục như tài liệu điều hướng.',
    },
  },
  'STORE-PICTURE-KIND': {
    severity: 'warning',
    clause: 'Kobo EPUB guidelines; Google Play Books',
    en: '{stores}: {count} picture(s) are WebP or AVIF, which not every reader shows: {path}',
    vi: '{stores}: {count} ảnh là WebP hay AVIF, không phải máy nào cũng hiện được: {path}',
    hint: {
      en: 'Take JPEG for photographs, PNG for drawings.',
      vi: 'Hãy dùng JPEG cho ảnh chụp, PNG cho hình vẽ.',
    },
  },
  'STORE-PICTURE-ANIMATED': {
    severity: 'warning',
    clause: 'Google Play Books',
    en: '{stores}: {count} picture(s) are animated, and only still ones are taken: {path}',
    vi: '{stores}: {count} ảnh động, chỉ nhận ảnh tĩnh: {path}',
    hint: {
      en: 'Show one frame of it.',
      vi: 'Hãy dùng một khung hình.',
    },
  },
  'STORE-PICTURE-SIZE': {
    severity: 'warning',
    clause: 'Google Play Books',
    en: '{stores}: {count} picture(s) are larger than {limit} pixels: {path}, {width} × {height}',
    vi: '{stores}: {count} ảnh lớn hơn {limit} điểm ảnh: {path}, {width} × {height}',
    hint: {
      en: 'Make them smaller: no screen shows more.',
      vi: 'Hãy thu nhỏ: không màn hình nào hiện hơn thế.',
    },
  },
  'STORE-PICTURE-BYTES': {
    severity: 'warning',
    clause: 'Kobo EPUB guidelines',
    en: '{stores}: {count} picture(s) are larger than 5 MB: {path}, {size} MB',
    vi: '{stores}: {count} ảnh lớn hơn 5 MB: {path}, {size} MB',
    hint: {
      en: 'Make them smaller, or compress them more.',
      vi: 'Hãy thu nhỏ hoặc nén thêm.',
    },
  },
  'STORE-PICTURE-CMYK': {
    severity: 'warning',
    clause: 'Kobo EPUB guidelines',
    en: '{stores}: {count} picture(s) are in the inks of a press (CMYK), which readers show in wrong colours: {path}',
    vi: '{stores}: {count} ảnh theo màu mực in (CMYK), máy đọc hiện sai màu: {path}',
    hint: {
      en: 'Turn them into sRGB.',
      vi: 'Hãy đổi sang sRGB.',
    },
  },
  'STORE-COVER': {
    severity: 'warning',
    clause: 'Google Play Books; Kobo EPUB guidelines',
    en: '{stores}: the book names no cover picture',
    vi: '{stores}: sách không ghi ảnh bìa',
    hint: {
      en: 'Give an item of the manifest properties="cover-image".',
      vi: 'Hãy ghi properties="cover-image" ở một mục của manifest.',
    },
  },
  'STORE-COVER-SIZE': {
    severity: 'warning',
    clause: 'Google Play Books',
    en: '{stores}: the cover {path} has {width} × {height} pixels; its longer side is to have {least} to {most}',
    vi: '{stores}: bìa {path} có {width} × {height} điểm ảnh; cạnh dài phải từ {least} đến {most}',
    hint: {
      en: '1600 × 2560 suits all stores.',
      vi: 'Cỡ 1600 × 2560 hợp với mọi cửa hàng.',
    },
  },
  'STORE-COVER-BYTES': {
    severity: 'warning',
    clause: 'Kobo EPUB guidelines',
    en: '{stores}: the cover {path} has {size} MB, more than 3',
    vi: '{stores}: bìa {path} lớn {size} MB, quá 3 MB',
    hint: {
      en: 'Save it as a JPEG of lower quality.',
      vi: 'Hãy lưu thành JPEG nén thêm.',
    },
  },
  'STORE-COVER-META': {
    severity: 'warning',
    clause: 'Kobo EPUB guidelines',
    en: '{stores}: the cover is not named as EPUB 2 does, by which some readers find it',
    vi: '{stores}: bìa chưa ghi theo cách của EPUB 2, một số máy đọc tìm bìa theo đó',
    hint: {
      en: 'Add <meta name="cover" content="{id}"/> to the metadata.',
      vi: 'Hãy thêm <meta name="cover" content="{id}"/> vào metadata.',
    },
  },
  'STORE-COVER-PAGE': {
    severity: 'warning',
    clause: 'Kobo EPUB guidelines',
    en: '{stores}: the page of the cover holds more than the picture, or holds it inside an svg',
    vi: '{stores}: trang bìa có thêm chữ ngoài ảnh, hoặc đặt ảnh trong svg',
    hint: {
      en: 'Leave nothing on it but an img.',
      vi: 'Chỉ để một img trên trang đó.',
    },
  },
  'STORE-FONT-WOFF2': {
    severity: 'warning',
    clause: 'Kobo EPUB guidelines',
    en: '{stores}: {count} font(s) are WOFF2, which e-ink readers do not take: {path}',
    vi: '{stores}: {count} phông là WOFF2, máy đọc mực điện tử không nhận: {path}',
    hint: {
      en: 'Embed them as TrueType (.ttf); the text is shown in another font otherwise.',
      vi: 'Hãy nhúng dạng TrueType (.ttf); nếu không chữ sẽ hiện bằng phông khác.',
    },
  },
  'STORE-FONT-OBFUSCATED': {
    severity: 'warning',
    clause: 'EPUB 3.3, 4.4',
    en: '{stores}: fonts are obfuscated, and some readers cannot read them',
    vi: '{stores}: phông bị làm rối, một số máy đọc không dùng được',
    hint: {
      en: 'Embed them as they are, where their licence allows it.',
      vi: 'Hãy nhúng nguyên dạng nếu giấy phép cho.',
    },
  },
  'STORE-FONT-BOLD': {
    severity: 'warning',
    clause: 'Apple Books Asset Guide',
    en: '{stores}: the font {family} of the text is embedded without a bold face, and readers thicken the regular one',
    vi: '{stores}: phông chữ chính {family} không kèm kiểu đậm, máy đọc sẽ tự tô đậm kiểu thường',
    hint: {
      en: 'Embed the bold face, with its font-weight in @font-face.',
      vi: 'Hãy nhúng kiểu đậm, ghi font-weight trong @font-face.',
    },
  },
  'STORE-NOTE-PLACE': {
    severity: 'warning',
    clause: 'Kobo EPUB guidelines',
    en: '{stores}: {count} note(s) stand before their calls, and do not open over the page',
    vi: '{stores}: {count} chú thích đứng trước chỗ gọi nên không bật lên tại trang',
    hint: {
      en: 'Put notes behind the text that calls them.',
      vi: 'Hãy đặt chú thích sau đoạn gọi nó.',
    },
  },
  'STORE-INLINE-STYLE': {
    severity: 'warning',
    clause: 'Kobo EPUB guidelines',
    en: '{stores}: {count} element(s) have styles of their own (style="…"), which override what readers choose',
    vi: '{stores}: {count} phần tử có kiểu riêng (style="…"), lấn át lựa chọn của người đọc',
    hint: {
      en: 'Put them into the style sheet as classes.',
      vi: 'Hãy đưa vào tệp CSS thành lớp.',
    },
  },
  'STORE-BACKGROUND': {
    severity: 'warning',
    clause: 'Kobo EPUB guidelines',
    en: '{stores}: {selector} has the background {value}, against which a reader’s own colours may not be seen',
    vi: '{stores}: {selector} có nền {value}, màu người đọc chọn có thể không thấy được trên đó',
    hint: {
      en: 'Leave the background of the page to the reader.',
      vi: 'Hãy để nền trang cho người đọc chọn.',
    },
  },
  'STORE-TEXT-COLOUR': {
    severity: 'warning',
    clause: 'Kindle Publishing Guidelines',
    en: '{stores}: {selector} has the colour {value}, which cannot be read on every background that readers choose',
    vi: '{stores}: {selector} có màu chữ {value}, không đọc được trên mọi nền người đọc chọn',
    hint: {
      en: 'Leave the colour of the text to the reader.',
      vi: 'Hãy để màu chữ cho người đọc chọn.',
    },
  },
  'STORE-VARIABLES': {
    severity: 'warning',
    clause: 'reports of users, Send to Kindle E999',
    en: '{stores}: the style sheet has custom properties (var(--…)), for which books are reported to be refused',
    vi: '{stores}: tệp CSS dùng biến (var(--…)), có người báo sách bị từ chối vì thế',
    hint: {
      en: 'Write their values out.',
      vi: 'Hãy ghi thẳng giá trị.',
    },
  },
} satisfies Record<string, CodeEntry>;
