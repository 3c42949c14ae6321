/**
 * The table of diagnostic codes: severity, the clause it rests on, the message in Vietnamese and
 * English with `{name}` slots, and a hint that says what to do. One section a stage, in the order
 * of the pipeline. A message never ends in a full stop; a hint is a sentence.
 */
import type { CodeEntry } from './code-entry.js';
import { conformanceCodes } from './conformance-codes/conformance-codes.js';
import { epubCodes } from './epub-codes/epub-codes.js';

export type { ConformanceCode } from './conformance-codes/conformance-codes.js';

export type DiagnosticCode = keyof typeof table | keyof typeof conformanceCodes | keyof typeof epubCodes;

const table = {
  // ── read ──────────────────────────────────────────────────────────────────────────────────────
  'READ-EMPTY': {
    severity: 'error',
    en: 'the file is empty',
    vi: 'tệp rỗng',
    hint: { en: 'Paste the article text into it.', vi: 'Hãy dán nội dung bài vào tệp.' },
  },
  'READ-MISSING': {
    severity: 'error',
    en: 'there is no file {path}',
    vi: 'không có tệp {path}',
    hint: { en: 'Check the spelling of the path.', vi: 'Hãy kiểm tra lại đường dẫn.' },
  },
  'READ-UNREADABLE': {
    severity: 'error',
    en: '{path} cannot be read as a file',
    vi: 'không đọc được {path} như một tệp',
    hint: {
      en: 'Give a file that you may read, not a folder.',
      vi: 'Hãy đưa một tệp mà bạn có quyền đọc, không phải thư mục.',
    },
  },
  'READ-OUTSIDE': {
    severity: 'error',
    en: '{path} lies outside the folder of the publication; it was not opened',
    vi: '{path} nằm ngoài thư mục của ấn phẩm nên không được mở',
    hint: {
      en: 'Copy the file into the folder; a link that leads out of it is not followed.',
      vi: 'Hãy chép tệp vào thư mục đó; liên kết dẫn ra ngoài không được đi theo.',
    },
  },
  'READ-LARGE': {
    severity: 'error',
    en: '{path} is larger than {limit} MB, the most that a text may have',
    vi: '{path} lớn hơn {limit} MB, mức lớn nhất của một văn bản',
    hint: {
      en: 'Check that it is a text; a long one can be cut into several files.',
      vi: 'Hãy kiểm tra xem có đúng là văn bản không; văn bản dài có thể cắt thành nhiều tệp.',
    },
  },
  'READ-ZIP': {
    severity: 'error',
    clause: 'APPNOTE 4.3.12',
    en: 'unpacked, the file would be larger than is read (limit {limit}); it was not opened',
    vi: 'khi giải nén, tệp lớn hơn mức được đọc (giới hạn {limit}) nên không được mở',
    hint: {
      en: 'Open it in a word processor and save it anew, with smaller pictures.',
      vi: 'Hãy mở bằng trình soạn thảo rồi lưu lại với ảnh nhỏ hơn.',
    },
  },
  'READ-ZIP-BROKEN': {
    severity: 'error',
    clause: 'APPNOTE 4.3.16',
    en: 'the file is damaged: its list of contents cannot be read',
    vi: 'tệp bị hỏng: không đọc được bảng mục lục của nó',
    hint: {
      en: 'Open it in a word processor and save it anew.',
      vi: 'Hãy mở bằng trình soạn thảo rồi lưu lại.',
    },
  },
  'READ-EXTENSION': {
    severity: 'error',
    en: 'files ending in “{extension}” are not read; accepted: {accepted}',
    vi: 'không đọc được tệp có đuôi “{extension}”; chấp nhận: {accepted}',
    hint: {
      en: 'Save the text as one of these; if it is one already, give the file that ending.',
      vi: 'Hãy lưu nội dung dưới một trong các dạng này; nếu đã đúng dạng thì chỉ cần đổi đuôi tệp.',
    },
  },
  'READ-EXTENSION-OFFICE': {
    severity: 'error',
    en: 'files ending in “{extension}” are not read as they are',
    vi: 'không đọc thẳng được tệp có đuôi “{extension}”',
    hint: {
      en: 'Open it in Word or LibreOffice and save it anew as .docx; another ending alone does not make it one.',
      vi: 'Hãy mở bằng Word hay LibreOffice rồi lưu lại dạng .docx; chỉ đổi đuôi tệp thì không được.',
    },
  },
  'READ-FOLDER': {
    severity: 'error',
    en: '{path} is a folder; one text is looked at here',
    vi: '{path} là thư mục; ở đây chỉ xem được một bài',
    hint: {
      en: 'Name one of its files; anpham build takes whole folders.',
      vi: 'Hãy ghi tên một tệp trong đó; anpham build mới nhận cả thư mục.',
    },
  },
  'READ-BINARY': {
    severity: 'error',
    en: 'this is no text but a binary file ({kind}), seen at byte {byte}',
    vi: 'đây không phải tệp văn bản mà là tệp nhị phân ({kind}), thấy ở byte {byte}',
    hint: {
      en: 'Open it in its own program, copy the text and save that as UTF-8 (.txt or .md).',
      vi: 'Hãy mở bằng chương trình của nó, chép phần chữ và lưu dạng UTF-8 (.txt hoặc .md).',
    },
  },
  'READ-ENCODING': {
    severity: 'error',
    en: 'the encoding of the text cannot be told: byte {value} at position {byte} is no UTF-8, and no old Vietnamese encoding fits',
    vi: 'không rõ bảng mã của văn bản: byte {value} ở vị trí {byte} không phải UTF-8 và không bảng mã tiếng Việt cũ nào khớp',
    hint: {
      en: 'Save the text as UTF-8, or say what it is with --encoding: {names}.',
      vi: 'Hãy lưu văn bản dạng UTF-8, hoặc cho biết bảng mã bằng --encoding: {names}.',
    },
  },
  'READ-HTML-HEADS': {
    severity: 'warning',
    en: 'paragraphs in bold were taken for subheads: {count}, first “{text}”',
    vi: 'đoạn in đậm được coi là tít xen: {count}, đầu tiên “{text}”',
    hint: {
      en: 'Make them <h2> in the file to be sure, or give the others a word that is not bold.',
      vi: 'Để chắc chắn, hãy đổi chúng thành <h2> trong tệp; đoạn nào không phải thì bỏ in đậm.',
    },
  },
  'READ-GARBLED': {
    severity: 'error',
    en: 'the text was read in a wrong encoding before it came here, and changed since: it cannot be put right',
    vi: 'văn bản đã bị đọc sai bảng mã rồi bị sửa trước khi tới đây: không khôi phục được',
    hint: {
      en: 'Copy it anew from where it came from; --encoding utf-8 takes it as it stands.',
      vi: 'Hãy chép lại từ nguồn; --encoding utf-8 nếu cứ để nguyên như vậy.',
    },
  },
  'READ-LETTERS-LOST': {
    severity: 'error',
    en: 'letters were lost before the text came here: � or ? stands for them {count} times, first here',
    vi: 'văn bản đã mất chữ trước khi tới đây: {count} chỗ chỉ còn � hoặc ?, đầu tiên ở đây',
    hint: {
      en: 'Copy it anew from where it came from and save it as UTF-8; --encoding utf-8 takes it as it stands.',
      vi: 'Hãy chép lại từ nguồn và lưu dạng UTF-8; --encoding utf-8 nếu cứ để nguyên như vậy.',
    },
  },
  'READ-LETTER-LOST': {
    severity: 'warning',
    en: 'a letter was lost before the text came here: � stands for it ({count})',
    vi: 'văn bản đã mất chữ trước khi tới đây: chỉ còn � ({count})',
    hint: {
      en: 'Type the letter that belongs there.',
      vi: 'Hãy gõ lại chữ đúng vào chỗ đó.',
    },
  },
  'READ-CONVERTED': {
    severity: 'warning',
    en: 'text in {encoding} was converted to Unicode: {count} line(s), first “{before}” to “{after}”',
    vi: 'văn bản mã {encoding} đã được chuyển sang Unicode: {count} dòng, đầu tiên “{before}” thành “{after}”',
    hint: {
      en: 'Check it and save it as UTF-8; --encoding says what the file is in, utf-8 leaves it as it stands.',
      vi: 'Hãy kiểm tra rồi lưu dạng UTF-8; --encoding cho biết bảng mã của tệp, utf-8 để nguyên như đang có.',
    },
  },
  'READ-TCVN3-CAPITALS': {
    severity: 'warning',
    en: 'TCVN3 has no capitals with tone marks; check {count} word(s): {words}',
    vi: 'TCVN3 không có chữ hoa mang dấu thanh; hãy kiểm tra {count} từ: {words}',
    hint: {
      en: 'Words between capitals were given theirs; small ones at the beginning of a sentence were left.',
      vi: 'Từ nằm giữa chữ hoa đã được viết hoa lại; từ viết thường ở đầu câu được để nguyên.',
    },
  },
  'READ-GUESSED': {
    severity: 'warning',
    en: 'the file has no byte order mark and was read as {encoding}',
    vi: 'tệp không có dấu thứ tự byte (BOM) và đã được đọc như {encoding}',
    hint: {
      en: 'Save it as UTF-8, or say what it is with --encoding.',
      vi: 'Hãy lưu tệp dạng UTF-8, hoặc cho biết bảng mã bằng --encoding.',
    },
  },
  'READ-REPAIRED': {
    severity: 'warning',
    clause: 'TCVN 6909:2001',
    en: 'characters repaired: {count}, first “{before}” to “{after}”',
    vi: 'số ký tự đã sửa: {count}, đầu tiên “{before}” thành “{after}”',
    hint: {
      en: 'The words stay the same; save the repaired text to be rid of this.',
      vi: 'Chữ nghĩa không đổi; hãy lưu lại văn bản đã sửa để hết cảnh báo này.',
    },
  },
  'READ-LEFT-OUT': {
    severity: 'warning',
    en: 'left out of the editions ({type}): “{text}”',
    vi: 'không đưa vào các ấn bản ({type}): “{text}”',
    hint: {
      en: 'If it belongs to the article, say so in Markdown; nothing else of the text was left out here.',
      vi: 'Nếu đoạn này thuộc về bài, hãy dùng Markdown để chỉ rõ; không có chữ nào khác bị bỏ ở đây.',
    },
  },
  'READ-LINES-LEFT-OUT': {
    severity: 'warning',
    en: 'left out of the editions, {count} lines ({type}): “{text}”',
    vi: 'không đưa vào các ấn bản, {count} dòng ({type}): “{text}”',
    hint: {
      en: 'If one belongs to the article, say so in Markdown, which inspect --write makes; it shows them line by line.',
      vi: 'Nếu có dòng thuộc về bài, hãy chỉ rõ trong Markdown do inspect --write tạo ra; ở đó có từng dòng một.',
    },
  },
  'READ-NO-TITLE': {
    severity: 'warning',
    en: 'the article has no title',
    vi: 'bài không có tít',
    hint: {
      en: 'Put the title on a line of its own above the lead; none is made up from the text, and the editions go by the name of the file.',
      vi: 'Hãy đặt tít trên một dòng riêng phía trên sa-pô; chương trình không tự đặt tít, các ấn bản mang tên tệp.',
    },
  },
  'READ-YEAR': {
    severity: 'warning',
    en: 'the page is of {pageYear} but the article speaks of {textYear}',
    vi: 'trang lưu năm {pageYear} nhưng bài nói về năm {textYear}',
    hint: {
      en: 'The day on the page is not taken for the date of the article: give that with --date.',
      vi: 'Ngày trên trang không được coi là ngày của bài: hãy cho ngày bằng --date.',
    },
  },
  'READ-MIXED': {
    severity: 'warning',
    en: 'a caption and other words seem to run together here',
    vi: 'có vẻ chú thích ảnh dính liền với chữ khác ở đây',
    hint: {
      en: 'Break the line where the caption begins or ends; it is set as one paragraph.',
      vi: 'Hãy xuống dòng ở chỗ bắt đầu hay hết chú thích; hiện được dàn như một đoạn văn.',
    },
  },
  'READ-DOUBT': {
    severity: 'warning',
    en: 'taken for {type}, with {percent} % certainty; it could be {other}',
    vi: 'coi là {type}, chắc {percent} %; cũng có thể là {other}',
    hint: {
      en: 'Look at it with anpham inspect; inspect --write makes Markdown in which you can say what it is.',
      vi: 'Hãy xem bằng anpham inspect; inspect --write tạo tệp Markdown để bạn chỉ rõ đó là gì.',
    },
  },
  'READ-SECTION-GLUED': {
    severity: 'warning',
    en: 'the section “{text}” stands in one line with the headline; the two are set apart',
    vi: 'chuyên mục “{text}” dính liền với tít; hai phần được dàn riêng',
    hint: {
      en: 'Break the line between them, or write the headline as you want it.',
      vi: 'Hãy xuống dòng giữa hai phần, hoặc sửa lại tít theo ý bạn.',
    },
  },
  'READ-CAPTION-TWICE': {
    severity: 'warning',
    en: 'the same caption stands here twice; both stay, each for a photo of its own',
    vi: 'chú thích này xuất hiện hai lần liền nhau; cả hai được giữ, mỗi chú thích một ảnh',
    hint: {
      en: 'Delete one if there is only one photo.',
      vi: 'Hãy xóa một chú thích nếu chỉ có một ảnh.',
    },
  },
  'READ-CAPTION-ALONE': {
    severity: 'warning',
    en: 'no photo was found for this caption; looked for {wanted}',
    vi: 'không tìm thấy ảnh cho chú thích này; đã tìm {wanted}',
    hint: {
      en: 'Put the photo beside the text under that name; until then the caption stands alone.',
      vi: 'Hãy đặt ảnh cạnh tệp bài với tên đó; cho đến lúc đó chú thích đứng một mình.',
    },
  },
  'READ-PHOTO-SPARE': {
    severity: 'warning',
    en: 'the photo {photo} has no caption in the text and is not shown',
    vi: 'ảnh {photo} không có chú thích trong bài nên không được đưa vào',
    hint: {
      en: 'Write its caption where the photo belongs, or take the photo away.',
      vi: 'Hãy viết chú thích ở chỗ đặt ảnh, hoặc bỏ ảnh đi.',
    },
  },
  'READ-PHOTO-CAPTION': {
    severity: 'warning',
    en: 'the photo {photo} has no caption in the text and is not shown; the photo itself says: {caption}',
    vi: 'ảnh {photo} không có chú thích trong bài nên không được đưa vào; trong tệp ảnh có ghi: {caption}',
    hint: {
      en: 'If these words are right, write them where the photo belongs; or take the photo away.',
      vi: 'Nếu đúng, hãy chép lời ấy vào chỗ đặt ảnh; nếu không, hãy bỏ ảnh đi.',
    },
  },
  'READ-PHOTO-CREDIT': {
    severity: 'warning',
    en: 'the caption names no photographer; “{credit}” was added from the file {photo}',
    vi: 'chú thích không ghi người chụp; đã thêm “{credit}” lấy từ tệp {photo}',
    hint: {
      en: 'Type the credit at the end of the caption; then that is used.',
      vi: 'Hãy ghi tên người chụp ở cuối chú thích; khi đó phần anh chị ghi được dùng.',
    },
  },
  'READ-FRONT-MATTER': {
    severity: 'error',
    clause: 'YAML 1.2',
    en: 'the front matter is not valid YAML: {yaml}',
    vi: 'phần đầu bài không đúng YAML: {yaml}',
    hint: {
      en: 'Write “key: value” lines between two lines of ---; quote a value that holds a colon.',
      vi: 'Hãy viết các dòng “khóa: giá trị” giữa hai dòng ---; giá trị có dấu hai chấm phải đặt trong ngoặc kép.',
    },
  },
  'READ-FRONT-MATTER-OPEN': {
    severity: 'error',
    en: 'the front matter that begins here is never closed',
    vi: 'phần đầu bài mở ở đây nhưng không được đóng',
    hint: { en: 'Put a line of --- after its last key.', vi: 'Hãy thêm một dòng --- sau khóa cuối cùng.' },
  },
  'READ-FRONT-MATTER-KEY': {
    severity: 'warning',
    en: 'the key “{key}” means nothing here; did you mean “{near}”?',
    vi: 'khóa “{key}” không có nghĩa gì ở đây; có phải bạn muốn viết “{near}”?',
    hint: {
      en: 'Correct the key; one of your own is kept for templates.',
      vi: 'Hãy sửa lại khóa; khóa riêng của bạn vẫn được giữ cho mẫu.',
    },
  },
  'READ-ARCHIVE-KEY': {
    severity: 'warning',
    clause: 'Thông tư 02/2019/TT-BNV',
    en: '“{key}” is no field of the archive; it is left out',
    vi: '“{key}” không phải trường thông tin của lưu trữ nên bị bỏ',
    hint: {
      en: 'The fields are listed in schema/publication.schema.json, under archive; pages are counted.',
      vi: 'Các trường nằm trong schema/publication.schema.json, dưới archive; số trang do chương trình đếm.',
    },
  },
  'READ-FRONT-MATTER-VALUE': {
    severity: 'error',
    en: 'the value of “{key}” must be {wanted}, but is {given}',
    vi: 'giá trị của “{key}” phải là {wanted}, nhưng lại là {given}',
    hint: { en: 'Correct the value.', vi: 'Hãy sửa lại giá trị.' },
  },
  'READ-HTML': {
    severity: 'warning',
    en: '{tag} has no partner in its paragraph; it is shown as it is typed',
    vi: '{tag} không có thẻ cùng cặp trong đoạn; thẻ được hiện nguyên văn',
    hint: {
      en: 'Write both the opening and the closing tag, or put it in code marks.',
      vi: 'Hãy viết đủ thẻ mở và thẻ đóng, hoặc đặt trong dấu mã.',
    },
  },
  'READ-HTML-EMBED': {
    severity: 'warning',
    en: '<{tag}> cannot be shown on a page; a link to it stands in its place: {address}',
    vi: '<{tag}> không thể hiện trên trang; thay bằng liên kết: {address}',
    hint: {
      en: 'Nothing is fetched. Put a picture in its place where readers should see one.',
      vi: 'Chương trình không tải gì từ mạng. Hãy thay bằng ảnh nếu cần cho người đọc thấy.',
    },
  },
  'READ-HTML-FURNITURE': {
    severity: 'warning',
    en: 'left out as furniture of the page, {words} words: “{text}”',
    vi: 'bỏ ra vì là phần khung của trang, {words} chữ: “{text}”',
    hint: {
      en: 'If it belongs to the article, take the furniture out of the file instead: a page without it is read whole.',
      vi: 'Nếu đoạn này thuộc về bài, hãy tự xóa phần khung trong tệp: trang không có khung được đọc trọn vẹn.',
    },
  },
  'READ-HTML-NESTING': {
    severity: 'warning',
    en: 'elements are nested deeper than {limit}; from here on the tags of {count} are left out, their words and pictures stay',
    vi: 'các phần tử lồng nhau quá {limit} tầng; từ đây bỏ thẻ của {count} phần tử, chữ và ảnh trong đó vẫn giữ',
    hint: {
      en: 'Close each element where it ends, or take off the boxes around the text that say nothing.',
      vi: 'Hãy đóng mỗi phần tử ở chỗ nó kết thúc, hoặc bỏ các khung bao quanh văn bản không có ý nghĩa.',
    },
  },
  'READ-NOTE-LOST': {
    severity: 'warning',
    en: 'there is no footnote {label}; the mark is shown as it is typed',
    vi: 'không có chú thích cuối trang {label}; dấu được hiện nguyên văn',
    hint: {
      en: 'Write the note as “{label}: text” on a line of its own.',
      vi: 'Hãy viết chú thích dạng “{label}: nội dung” trên một dòng riêng.',
    },
  },
  'READ-WORD-BROKEN': {
    severity: 'error',
    clause: 'ECMA-376',
    en: 'this is no Word file (.docx), or it is damaged ({reason})',
    vi: 'đây không phải tệp Word (.docx), hoặc tệp đã hỏng ({reason})',
    hint: {
      en: 'Open it in Word or LibreOffice and save it as .docx, or copy the text into a .txt file.',
      vi: 'Hãy mở bằng Word hay LibreOffice rồi lưu lại dạng .docx, hoặc chép phần chữ vào tệp .txt.',
    },
  },
  'READ-WORD-LOCKED': {
    severity: 'error',
    en: 'the Word file is locked with a password',
    vi: 'tệp Word bị khoá bằng mật khẩu',
    hint: {
      en: 'Open it in Word with the password, take it off (File › Info › Protect Document) and save the file.',
      vi: 'Hãy mở bằng Word với mật khẩu, gỡ mật khẩu (Tệp › Thông tin › Bảo vệ tài liệu) rồi lưu lại.',
    },
  },
  'READ-WORD-OLD': {
    severity: 'error',
    en: 'this is a file of an old Word (.doc), whatever it is called',
    vi: 'đây là tệp của Word đời cũ (.doc), dù mang tên khác',
    hint: {
      en: 'Open it in Word or LibreOffice and save it as .docx; a new name alone changes nothing.',
      vi: 'Hãy mở bằng Word hay LibreOffice rồi lưu thành .docx; chỉ đổi tên tệp thì không đủ.',
    },
  },
  'READ-WORD-FONT': {
    severity: 'warning',
    en: 'text in the old font {font} was converted to Unicode: {count} paragraph(s), first “{before}” to “{after}”',
    vi: 'chữ dùng phông cũ {font} đã được chuyển sang Unicode: {count} đoạn, đầu tiên “{before}” thành “{after}”',
    hint: {
      en: 'Check it; to be rid of this, convert the Word file with a Unicode converter such as UniKey.',
      vi: 'Hãy kiểm tra; muốn hết cảnh báo, hãy chuyển tệp Word sang Unicode, chẳng hạn bằng UniKey.',
    },
  },
  'READ-WORD-CHANGES': {
    severity: 'warning',
    clause: 'ECMA-376, 17.13.5',
    en: 'the Word file has tracked changes, which were taken as accepted: {inserted} inserted, {deleted} deleted',
    vi: 'tệp Word có thay đổi đang theo dõi, được coi như đã chấp nhận: thêm {inserted}, xoá {deleted}',
    hint: {
      en: 'Accept or reject them in Word (Review) and save the file.',
      vi: 'Hãy chấp nhận hoặc từ chối từng thay đổi trong Word (Xem lại) rồi lưu tệp.',
    },
  },
  'READ-WORD-NUMBERS': {
    severity: 'warning',
    en: '{count} heading(s) have numbers that Word counts, which are left out; the first is “{heading}”',
    vi: '{count} đề mục có số do Word tự đánh, các số ấy không được đưa vào; đề mục đầu là “{heading}”',
    hint: {
      en: 'If readers need the numbers, type them in front of the headings and turn Word’s numbering off.',
      vi: 'Nếu bạn đọc cần các số ấy, hãy gõ số vào trước đề mục và tắt đánh số tự động của Word.',
    },
  },
  'READ-WORD-LOOK': {
    severity: 'warning',
    en: 'nothing has the style of a title; by its look, words or place the title is “{title}” ({subheads} subhead(s) in the same way)',
    vi: 'không đoạn nào mang kiểu tít; theo hình thức, lời văn hoặc vị trí, tít là “{title}” (tít xen nhận theo cách ấy: {subheads})',
    hint: {
      en: 'Give the title the style Title in Word, and subheads Heading 1, to be sure.',
      vi: 'Để chắc chắn, hãy đặt kiểu Title cho tít và Heading 1 cho tít xen trong Word.',
    },
  },
  'READ-WORD-DOUBT': {
    severity: 'warning',
    en: 'taken for {type}, with {percent} % certainty; it could be {other}',
    vi: 'coi là {type}, chắc {percent} %; cũng có thể là {other}',
    hint: {
      en: 'Look at it with anpham inspect; to be sure, give the paragraph a style in Word (Title, Heading 1, Caption, …).',
      vi: 'Hãy xem bằng anpham inspect; để chắc chắn, hãy đặt kiểu cho đoạn ấy trong Word (Title, Heading 1, Caption, …).',
    },
  },
  'READ-WORD-TITLE': {
    severity: 'warning',
    en: 'the text has no title; the one in the properties of the Word file is used: “{title}”',
    vi: 'bài không có tít; dùng tít trong thuộc tính của tệp Word: “{title}”',
    hint: {
      en: 'Give the title the style Title in Word, or clear it in File › Info.',
      vi: 'Hãy đặt kiểu Title cho tít trong Word, hoặc xoá ở Tệp › Thông tin.',
    },
  },
  'READ-WORD-PART': {
    severity: 'warning',
    en: 'parts of the Word file that cannot be read were left out: {name}',
    vi: 'có phần trong tệp Word không đọc được nên bị bỏ: {name}',
    hint: {
      en: 'Formulas (oMath), charts and diagrams: put them into the text as pictures.',
      vi: 'Công thức (oMath), biểu đồ, sơ đồ: hãy đưa vào bài dưới dạng ảnh.',
    },
  },
  'MANIFEST-YAML': {
    severity: 'error',
    clause: 'YAML 1.2',
    en: 'the manifest is not valid YAML: {yaml}',
    vi: 'tệp mô tả ấn phẩm không đúng YAML: {yaml}',
    hint: {
      en: 'Write “key: value” lines, items of a list behind “- ”; quote a value that holds a colon.',
      vi: 'Hãy viết các dòng “khóa: giá trị”, mỗi mục danh sách sau “- ”; giá trị có dấu hai chấm phải đặt trong ngoặc kép.',
    },
  },
  'MANIFEST-KEY': {
    severity: 'error',
    clause: 'W3C Publication Manifest',
    en: 'the key “{key}” is not known',
    vi: 'không có khóa “{key}”',
    hint: {
      en: 'Take it away; the keys are listed in schema/publication.schema.json.',
      vi: 'Hãy bỏ khóa này; danh sách khóa nằm trong schema/publication.schema.json.',
    },
  },
  'MANIFEST-KEY-NEAR': {
    severity: 'error',
    clause: 'W3C Publication Manifest',
    en: 'the key “{key}” is not known; did you mean “{near}”?',
    vi: 'không có khóa “{key}”; có phải bạn muốn viết “{near}”?',
    hint: { en: 'Correct the key.', vi: 'Hãy sửa lại khóa.' },
  },
  'MANIFEST-NEEDS': {
    severity: 'error',
    en: 'the manifest lacks the key “{key}”',
    vi: 'tệp mô tả ấn phẩm thiếu khóa “{key}”',
    hint: { en: 'Write the key.', vi: 'Hãy ghi thêm khóa ấy.' },
  },
  'MANIFEST-VALUE': {
    severity: 'error',
    en: 'the value of “{key}” must be: {expected}',
    vi: 'giá trị của “{key}” phải là: {expected}',
    hint: { en: 'Correct the value in the manifest.', vi: 'Hãy sửa giá trị trong tệp mô tả ấn phẩm.' },
  },
  'MANIFEST-FILE': {
    severity: 'error',
    en: 'there is no article {path}',
    vi: 'không có bài {path}',
    hint: {
      en: 'Correct the path: it is read from the folder of the manifest.',
      vi: 'Hãy sửa đường dẫn: đường dẫn tính từ thư mục của tệp mô tả ấn phẩm.',
    },
  },
  'MANIFEST-TWICE': {
    severity: 'warning',
    en: 'the article {path} stands in the reading order already; it comes twice',
    vi: 'bài {path} đã có trong trình tự đọc; bài sẽ xuất hiện hai lần',
    hint: {
      en: 'Take one of the two away, unless that is meant.',
      vi: 'Hãy bỏ một trong hai, trừ khi cố ý.',
    },
  },
  'MANIFEST-OUTSIDE': {
    severity: 'error',
    en: 'the article {path} lies outside the folder of the publication; it was not opened',
    vi: 'bài {path} nằm ngoài thư mục của ấn phẩm nên không được mở',
    hint: {
      en: 'Copy the article into the folder of the publication.',
      vi: 'Hãy chép bài vào thư mục của ấn phẩm.',
    },
  },
  'MANIFEST-EMPTY': {
    severity: 'error',
    en: 'the reading order holds no article that can be read',
    vi: 'trình tự đọc không có bài nào đọc được',
    hint: { en: 'List the files under readingOrder.', vi: 'Hãy liệt kê các tệp dưới readingOrder.' },
  },
  'BOOK-SETTINGS': {
    severity: 'error',
    en: 'the settings of the book cannot be read: {message}',
    vi: 'không đọc được thiết lập của sách: {message}',
    hint: {
      en: 'Correct the line; the book is not built without it.',
      vi: 'Hãy sửa dòng này; sách không được dựng nếu chưa sửa.',
    },
  },
  'BOOK-CHAPTER': {
    severity: 'error',
    en: 'the chapter “{title}” has no file {path}',
    vi: 'chương “{title}” không có tệp {path}',
    hint: {
      en: 'Write the chapter, or correct the path in the list; it is read from the folder of the list.',
      vi: 'Hãy viết chương này, hoặc sửa đường dẫn trong danh mục; đường dẫn tính từ thư mục của danh mục.',
    },
  },
  'BOOK-NO-FILE': {
    severity: 'warning',
    en: 'the chapter “{title}” names no file of the book and is left out',
    vi: 'chương “{title}” không trỏ đến tệp nào của sách nên bị bỏ qua',
    hint: {
      en: 'A chapter still to be written appears once the list names its file.',
      vi: 'Chương chưa viết sẽ xuất hiện khi danh mục ghi tên tệp của nó.',
    },
  },
  'BOOK-TWICE': {
    severity: 'warning',
    en: 'the file {path} stands in the list already; this line is left out',
    vi: 'tệp {path} đã có trong danh mục; dòng này bị bỏ qua',
    hint: { en: 'A chapter stands in a book once.', vi: 'Mỗi chương chỉ có mặt một lần trong sách.' },
  },
  'BOOK-EMPTY': {
    severity: 'error',
    en: 'there is no chapter to build',
    vi: 'không có chương nào để dựng',
    hint: {
      en: 'List the chapters in SUMMARY.md as “- [Title](file.md)”, or put Markdown files into the folder.',
      vi: 'Hãy liệt kê các chương trong SUMMARY.md dạng “- [Tên](tệp.md)”, hoặc đặt các tệp Markdown vào thư mục.',
    },
  },
  'BOOK-INCLUDE': {
    severity: 'error',
    en: '{path} cannot be included here',
    vi: 'không chèn được {path} vào đây',
    hint: {
      en: 'Check the path (from the folder of this file, inside of the book or of what --allow names), the lines or the anchor.',
      vi: 'Hãy kiểm tra đường dẫn (tính từ thư mục của tệp này, nằm trong sách hoặc thư mục ghi ở --allow), số dòng hoặc tên neo.',
    },
  },
  'BOOK-BLOCK': {
    severity: 'warning',
    en: 'the block {name} is not known; it is shown as it is typed',
    vi: 'không biết khối {name}; khối được hiện nguyên văn',
    hint: {
      en: 'Known blocks: hint, tabs, tab, code, embed, file, content-ref, stepper, columns.',
      vi: 'Các khối được hiểu: hint, tabs, tab, code, embed, file, content-ref, stepper, columns.',
    },
  },
  'IMG-MISSING': {
    severity: 'error',
    en: 'the picture {path} was not found',
    vi: 'không tìm thấy ảnh {path}',
    hint: {
      en: 'The path is read from the folder of the text; check its spelling and case.',
      vi: 'Đường dẫn tính từ thư mục của bài; hãy kiểm tra chính tả, chữ hoa chữ thường.',
    },
  },
  'IMG-OUTSIDE': {
    severity: 'error',
    en: 'the picture {path} lies outside the folder of the publication; it was not opened',
    vi: 'ảnh {path} nằm ngoài thư mục của ấn phẩm nên không được mở',
    hint: {
      en: 'Copy the picture beside the text and name the copy.',
      vi: 'Hãy chép ảnh vào cạnh bài và ghi tên bản chép đó.',
    },
  },
  'IMG-FILE-LARGE': {
    severity: 'error',
    en: 'the file of the picture {path} is larger than {limit} MB; it was not opened',
    vi: 'tệp ảnh {path} lớn hơn {limit} MB nên không được mở',
    hint: {
      en: 'Save it as JPEG, or make it smaller.',
      vi: 'Hãy lưu dạng JPEG hoặc thu nhỏ ảnh.',
    },
  },
  'IMG-BROKEN': {
    severity: 'error',
    en: 'the picture {path} is damaged: data in it are missing or wrong',
    vi: 'ảnh {path} bị hỏng: dữ liệu trong tệp bị thiếu hoặc sai',
    hint: {
      en: 'Copy it again from the camera, or open it in a picture editor and save it as JPEG or PNG.',
      vi: 'Hãy chép lại từ máy ảnh, hoặc mở bằng chương trình sửa ảnh rồi lưu thành JPEG hay PNG.',
    },
  },
  'IMG-NONE': {
    severity: 'error',
    en: '{path} is no picture, whatever its name says; accepted: {accepted}',
    vi: '{path} không phải ảnh, dù tên là gì; nhận: {accepted}',
    hint: {
      en: 'Name the right file, or save the picture as JPEG or PNG.',
      vi: 'Hãy ghi đúng tệp, hoặc lưu ảnh thành JPEG hay PNG.',
    },
  },
  'IMG-SVG-BROKEN': {
    severity: 'error',
    en: 'the drawing {path} cannot be read: {reason}',
    vi: 'không đọc được hình vẽ {path}: {reason}',
    hint: {
      en: 'Open it in a drawing program and save it as SVG again, with width, height or viewBox.',
      vi: 'Hãy mở bằng chương trình vẽ rồi lưu lại thành SVG, có width, height hoặc viewBox.',
    },
  },
  'IMG-FORMAT': {
    severity: 'error',
    en: 'the picture {path} is {format}, which is not read; accepted: {accepted}',
    vi: 'ảnh {path} có dạng {format}, chưa đọc được; chấp nhận: {accepted}',
    hint: {
      en: 'Open it in a picture editor and save it as JPEG (photographs) or PNG (drawings).',
      vi: 'Hãy mở bằng chương trình sửa ảnh rồi lưu thành JPEG (ảnh chụp) hay PNG (hình vẽ).',
    },
  },
  'IMG-HEIC': {
    severity: 'error',
    en: 'the picture {path} is HEIC, the format of iPhones, which is not read',
    vi: 'ảnh {path} có dạng HEIC của iPhone, chưa đọc được',
    hint: {
      en: 'Save it as JPEG. iPhone: Settings › Camera › Formats › Most Compatible, or send the photo by e-mail. Mac: open it in Preview, File › Export, JPEG. Windows: open it in Photos, Save as, .jpg.',
      vi: 'Hãy lưu thành JPEG. iPhone: Cài đặt › Camera › Định dạng › Tương thích nhất, hoặc gửi ảnh qua thư điện tử. Mac: mở bằng Xem trước, Tệp › Xuất, chọn JPEG. Windows: mở bằng Ảnh, Lưu thành, chọn .jpg.',
    },
  },
  'IMG-LARGE': {
    severity: 'error',
    en: 'the picture {path} has {width} × {height} pixels; at most {most} million are read',
    vi: 'ảnh {path} có {width} × {height} điểm ảnh; chỉ đọc tối đa {most} triệu điểm',
    hint: {
      en: 'Make it smaller in a picture editor: no page shows so many.',
      vi: 'Hãy thu nhỏ bằng chương trình sửa ảnh: không trang nào in được nhiều điểm đến thế.',
    },
  },
  'IMG-FRAMES': {
    severity: 'warning',
    en: 'the picture {path} holds {frames} pictures; only the first is shown',
    vi: 'tệp ảnh {path} có {frames} hình; chỉ hình đầu được đưa vào',
    hint: {
      en: 'Save each of them as a file of its own, if the others belong to the article.',
      vi: 'Nếu các hình kia cũng thuộc bài, hãy lưu mỗi hình thành một tệp riêng.',
    },
  },
  'IMG-SVG-CLEANED': {
    severity: 'warning',
    en: 'of the drawing {path} this was left out: {removed}',
    vi: 'hình vẽ {path} đã bỏ đi: {removed}',
    hint: {
      en: 'A drawing must not run programs, move or refer to other files; save it as plain SVG.',
      vi: 'Hình vẽ không được chạy chương trình, chuyển động hay trỏ ra tệp khác; hãy lưu thành SVG thường (plain SVG).',
    },
  },
  'IMG-SVG-TEXT': {
    severity: 'warning',
    en: 'the drawing {path} holds text, which is set in whatever fonts there are where it is shown',
    vi: 'hình vẽ {path} có chữ; chữ ấy hiện bằng phông có sẵn trên từng máy',
    hint: {
      en: 'Turn the text into paths in the drawing program, so that it looks the same everywhere.',
      vi: 'Hãy chuyển chữ thành đường nét (text to path) trong chương trình vẽ để nơi nào cũng hiện như nhau.',
    },
  },
  'IMG-REMOTE': {
    severity: 'error',
    en: 'the picture {path} is not a file on this machine; nothing is fetched',
    vi: 'ảnh {path} không phải là tệp trên máy này; chương trình không tải gì từ mạng',
    hint: {
      en: 'Save the picture beside the text and name the file.',
      vi: 'Hãy lưu ảnh cạnh bài và ghi tên tệp.',
    },
  },
  'IMG-NOT-SAVED': {
    severity: 'warning',
    en: 'the picture {path} is on the web and not beside the saved page; the page is made without it',
    vi: 'ảnh {path} nằm trên mạng, không có cạnh trang đã lưu; trang được dựng không có ảnh này',
    hint: {
      en: 'Save the page with its pictures (in the browser: “Web page, complete”), or put the picture beside it and name the file in img.',
      vi: 'Hãy lưu trang kèm ảnh (trong trình duyệt: “Trang web, hoàn chỉnh”), hoặc đặt ảnh cạnh trang và ghi tên tệp trong img.',
    },
  },
  'IMG-LINKED': {
    severity: 'error',
    en: 'the picture {path} is only linked, and not in the file',
    vi: 'ảnh {path} chỉ được liên kết, không nằm trong tệp',
    hint: {
      en: 'Embed it: in LibreOffice Edit > External Links > Break Link; in Word File > Info > Edit Links to Files > Save picture in document; then save again.',
      vi: 'Hãy nhúng ảnh: LibreOffice: Edit > External Links > Break Link; Word: File > Info > Edit Links to Files > Save picture in document; rồi lưu lại.',
    },
  },
  'IMG-ALT': {
    severity: 'warning',
    clause: 'WCAG 2.2, 1.1.1',
    en: 'the picture {path} has no alternative text; its caption stands in',
    vi: 'ảnh {path} không có văn bản thay thế; dùng tạm chú thích ảnh',
    hint: {
      en: 'Say what the picture shows in a file {sidecar} beside it (in Markdown: ![what it shows](…); in Word: Edit Alt Text).',
      vi: 'Hãy tả nội dung ảnh trong tệp {sidecar} đặt cạnh ảnh (trong Markdown: ![tả ảnh](…); trong Word: Sửa văn bản thay thế).',
    },
  },
  'IMG-ALT-WORDS': {
    severity: 'warning',
    clause: 'WCAG 2.2, 1.1.1',
    en: 'the alternative text “{alt}” does not describe the picture {path}',
    vi: 'văn bản thay thế “{alt}” không mô tả ảnh {path}',
    hint: {
      en: 'Say in a sentence what the picture shows: ![what it shows](…), in a file {sidecar} beside it, or in Word by Edit Alt Text.',
      vi: 'Hãy tả nội dung ảnh bằng một câu: ![tả ảnh](…), trong tệp {sidecar} đặt cạnh ảnh, hoặc trong Word bằng Sửa văn bản thay thế.',
    },
  },
  'IMG-ALT-NONE': {
    severity: 'error',
    clause: 'ISO 14289-1, 7.3; WCAG 2.2, 1.1.1',
    en: 'the picture {path} has neither alternative text nor caption',
    vi: 'ảnh {path} không có văn bản thay thế lẫn chú thích',
    hint: {
      en: 'Say what the picture shows: ![what it shows](…), in a file {sidecar} beside it, or in Word by Edit Alt Text.',
      vi: 'Hãy tả nội dung ảnh: ![tả ảnh](…), trong tệp {sidecar} đặt cạnh ảnh, hoặc trong Word bằng Sửa văn bản thay thế.',
    },
  },
  // ── assemble ──────────────────────────────────────────────────────────────────────────────────
  'ASSEMBLE-LINK': {
    severity: 'warning',
    en: 'the link {href} leads nowhere in this publication',
    vi: 'liên kết {href} không dẫn đến đâu trong ấn phẩm này',
    hint: {
      en: 'Its text stays, without the link. Headings get an id from their words; {#id} sets one.',
      vi: 'Chữ vẫn giữ, liên kết bị bỏ. Đề mục có id theo chữ của nó; đặt id bằng {#id}.',
    },
  },
  'ASSEMBLE-LINK-EMPTY': {
    severity: 'warning',
    en: 'the link {href} leads nowhere in this publication and has no text, so it is left out',
    vi: 'liên kết {href} không dẫn đến đâu trong ấn phẩm này và không có chữ nên bị bỏ',
    hint: {
      en: 'Headings, figures and tables get an id from their words; {#id} sets one.',
      vi: 'Đề mục, hình và bảng có id theo chữ của chúng; đặt id bằng {#id}.',
    },
  },
  'ASSEMBLE-ID': {
    severity: 'warning',
    en: 'the id “{id}” is given twice; the second is called “{renamed}”',
    vi: 'id “{id}” được đặt hai lần; lần thứ hai đổi thành “{renamed}”',
    hint: { en: 'Give each element an id of its own.', vi: 'Hãy đặt cho mỗi phần tử một id riêng.' },
  },
  'ASSEMBLE-LIST': {
    severity: 'warning',
    en: 'there is nothing that this list could show; it is left out',
    vi: 'không có gì để đưa vào danh mục này; danh mục bị bỏ',
    hint: {
      en: '[[toc]] lists headings below the title, [[figures]] and [[tables]] what has a caption.',
      vi: '[[toc]] liệt kê đề mục dưới tiêu đề, [[figures]] và [[tables]] liệt kê hình và bảng có chú thích.',
    },
  },
  'ASSEMBLE-HEADING': {
    severity: 'warning',
    clause: 'ISO 14289-1, 7.4.2',
    en: 'a heading of level {typed} follows level {before}; it is taken as level {level}',
    vi: 'đề mục cấp {typed} đứng sau cấp {before}; được hiểu là cấp {level}',
    hint: {
      en: 'Go down one level at a time: readers with screen readers move by levels.',
      vi: 'Hãy xuống từng cấp một: người dùng trình đọc màn hình di chuyển theo cấp.',
    },
  },
  'ASSEMBLE-DATE': {
    severity: 'error',
    en: '“{date}” is no date',
    vi: '“{date}” không phải là ngày',
    hint: { en: 'Write it as 2020-01-13.', vi: 'Hãy viết dạng 2020-01-13.' },
  },
  'ASSEMBLE-DATE-ACCESS': {
    severity: 'warning',
    en: 'the editions are dated {date}, the day the page was saved: nothing else gives a date',
    vi: 'các ấn bản mang ngày {date}, ngày lưu trang: không có ngày nào khác',
    hint: { en: 'Give the date of the publication with --date.', vi: 'Hãy cho ngày xuất bản bằng --date.' },
  },
  'ASSEMBLE-LANGUAGE': {
    severity: 'warning',
    clause: 'WCAG 2.2, 3.1.1',
    en: 'the text counts as Vietnamese (vi), but hardly a letter of it has a Vietnamese mark ({count} text(s))',
    vi: 'bài được coi là tiếng Việt (vi) nhưng hầu như không có chữ cái nào mang dấu tiếng Việt ({count} bài)',
    hint: {
      en: 'Name its language in the front matter, the .yaml beside the text or the manifest: “language: en” for English.',
      vi: 'Hãy ghi ngôn ngữ trong phần đầu bài, trong tệp .yaml đặt cạnh bài hoặc trong publication.yaml: “language: en” nếu là tiếng Anh.',
    },
  },
  'ASSEMBLE-DATE-NONE': {
    severity: 'warning',
    en: 'nothing gives a date; the files say {date}, a date that is plainly not real',
    vi: 'không có ngày nào; tệp ghi {date}, một ngày rõ ràng không thật',
    hint: {
      en: 'Give the date of the publication with --date, or “date:” in the front matter of Markdown, or in a file beside any other text, under its name with .yaml.',
      vi: 'Hãy cho ngày xuất bản bằng --date, hoặc “date:” trong phần đầu bài Markdown, hoặc trong tệp cùng tên đuôi .yaml đặt cạnh bài Word, HTML hay văn bản thường.',
    },
  },
  // ── template ──────────────────────────────────────────────────────────────────────────────────
  'TEMPLATE-UNKNOWN': {
    severity: 'error',
    en: 'there is no template “{name}”; there are: {known}',
    vi: 'không có mẫu “{name}”; các mẫu hiện có: {known}',
    hint: {
      en: 'Give one of these names, or the path of a folder with a template.yaml.',
      vi: 'Hãy dùng một trong các tên này, hoặc đường dẫn tới thư mục có template.yaml.',
    },
  },
  'TEMPLATE-FILE': {
    severity: 'error',
    en: '{file} is missing or is not UTF-8 text',
    vi: 'thiếu tệp {file} hoặc tệp không phải văn bản UTF-8',
    hint: {
      en: 'A template reads files of its own folder only; check the name.',
      vi: 'Mẫu chỉ đọc các tệp trong thư mục của nó; hãy kiểm tra lại tên.',
    },
  },
  'TEMPLATE-YAML': {
    severity: 'error',
    en: 'the template description is not valid YAML: {yaml}',
    vi: 'tệp mô tả mẫu không phải YAML hợp lệ: {yaml}',
  },
  'TEMPLATE-KEY': {
    severity: 'error',
    en: 'a template has no key “{key}”',
    vi: 'mẫu không có khóa “{key}”',
    hint: { en: 'templates/README.md lists the keys.', vi: 'templates/README.md liệt kê các khóa.' },
  },
  'TEMPLATE-NEEDS': {
    severity: 'error',
    en: 'the template lacks the key “{key}”',
    vi: 'tệp mô tả mẫu thiếu khóa “{key}”',
    hint: { en: 'Write the key.', vi: 'Hãy ghi thêm khóa ấy.' },
  },
  'TEMPLATE-VALUE': {
    severity: 'error',
    en: '{key} must be: {expected}',
    vi: '{key} phải là: {expected}',
  },
  'TEMPLATE-LIQUID': {
    severity: 'error',
    en: 'the template’s Liquid is wrong: {problem}',
    vi: 'Liquid của mẫu bị lỗi: {problem}',
  },
  'TEMPLATE-MARKUP': {
    severity: 'error',
    en: 'the template made markup that cannot be used: {problem} (line {line} of what it made: {excerpt})',
    vi: 'mẫu sinh ra mã HTML không dùng được: {problem} (dòng {line} của phần sinh ra: {excerpt})',
  },
  'TEMPLATE-FORMULA': {
    severity: 'warning',
    en: 'the formula {words} is set in one line on pages: 1/2 for a fraction, √(…) for a root',
    vi: 'công thức {words} được xếp trên một dòng trên trang: 1/2 cho phân số, √(…) cho căn',
    hint: {
      en: 'Look at it on its page; where it is hard to read, put it into the text as a picture.',
      vi: 'Hãy xem lại trên trang; nếu khó đọc, hãy đưa công thức vào bài như một ảnh.',
    },
  },
  'TEMPLATE-OPTION': {
    severity: 'warning',
    en: 'the template option {option} cannot be “{value}”; it takes {expected}, and “{used}” is used',
    vi: 'tùy chọn {option} của mẫu không nhận “{value}”; nó nhận {expected}, đang dùng “{used}”',
  },
  'TEMPLATE-OPTION-UNKNOWN': {
    severity: 'error',
    en: 'the template {template} has no option “{option}”; it has: {known}',
    vi: 'mẫu {template} không có tùy chọn “{option}”; các tùy chọn: {known}',
  },
  'TEMPLATE-OPTION-NEAR': {
    severity: 'warning',
    en: 'the template {template} has no option “{option}”; did you mean “{near}”?',
    vi: 'mẫu {template} không có tùy chọn “{option}”; ý bạn là “{near}”?',
  },
  'TEMPLATE-OPTION-OTHER': {
    severity: 'warning',
    en: 'the template {template} has no option “{option}”, which does nothing here; it has: {known}',
    vi: 'mẫu {template} không có tùy chọn “{option}” nên bỏ qua; các tùy chọn: {known}',
  },
  'TEMPLATE-SETTING': {
    severity: 'warning',
    en: 'the setting {setting} of an article cannot be “{value}”; the template {template} takes {expected}',
    vi: 'thiết lập {setting} của bài không nhận “{value}”; mẫu {template} nhận {expected}',
  },
  'TEMPLATE-SETTING-NEAR': {
    severity: 'warning',
    en: 'the template {template} has no setting “{setting}” for articles; did you mean “{near}”?',
    vi: 'mẫu {template} không có thiết lập “{setting}” cho bài; ý bạn là “{near}”?',
  },
  'TEMPLATE-SETTING-OTHER': {
    severity: 'warning',
    en: 'the template {template} has no setting “{setting}” for articles, which does nothing here; it has: {known}',
    vi: 'mẫu {template} không có thiết lập “{setting}” cho bài nên bỏ qua; các thiết lập: {known}',
  },
  'TEMPLATE-EDITION': {
    severity: 'error',
    en: 'the template {template} is not made for the {edition} edition; it makes: {editions}',
    vi: 'mẫu {template} không dành cho ấn bản {edition}; nó dành cho: {editions}',
    hint: { en: 'Choose another template with -t.', vi: 'Hãy chọn mẫu khác bằng -t.' },
  },
  // ── style ─────────────────────────────────────────────────────────────────────────────────────
  'STYLE-FILE': {
    severity: 'error',
    en: 'the style sheet {path} cannot be read ({reason})',
    vi: 'không đọc được bảng kiểu {path} ({reason})',
    hint: {
      en: 'Check the name; an @import is sought from the folder of its own sheet, never on the network.',
      vi: 'Hãy kiểm tra tên tệp; @import được tìm từ thư mục của chính bảng kiểu đó, không bao giờ qua mạng.',
    },
  },
  'STYLE-IMPORT-CYCLE': {
    severity: 'warning',
    clause: 'CSS Cascade 5 §2',
    en: 'the style sheet {path} imports itself; this @import is left out',
    vi: 'bảng kiểu {path} tự nhập chính nó; bỏ qua lệnh @import này',
  },
  'STYLE-SYNTAX': {
    severity: 'warning',
    clause: 'CSS Syntax 3 §2.2',
    en: 'CSS syntax error ({message}); left out: {text}',
    vi: 'lỗi cú pháp CSS ({message}); bỏ qua: {text}',
    hint: {
      en: 'Look for a missing colon, semicolon or brace here or just before.',
      vi: 'Hãy tìm dấu hai chấm, chấm phẩy hoặc ngoặc nhọn bị thiếu ở đây hay ngay trước đó.',
    },
  },
  'STYLE-UNSUPPORTED': {
    severity: 'warning',
    en: 'not supported, so it has no effect: {css}',
    vi: 'không được hỗ trợ nên không có tác dụng: {css}',
    hint: {
      en: 'The supported properties and values are listed in templates/README.md.',
      vi: 'Các thuộc tính và giá trị được hỗ trợ nằm trong templates/README.md.',
    },
  },
  'STYLE-PICTURE': {
    severity: 'error',
    en: 'the picture {path} that the style sheet names was not found',
    vi: 'không tìm thấy ảnh {path} mà bảng kiểu dùng',
    hint: {
      en: 'Check the name; url() is sought from the folder of its own sheet.',
      vi: 'Hãy kiểm tra tên tệp; url() được tìm từ thư mục của chính bảng kiểu đó.',
    },
  },
  'STYLE-VARIABLE': {
    severity: 'warning',
    clause: 'CSS Variables 1 §3.1',
    en: 'the custom properties in this do not give a value that it can take, so it has no effect: {css}',
    vi: 'các biến CSS ở đây không cho giá trị hợp lệ nên không có tác dụng: {css}',
  },
  // ── text ──────────────────────────────────────────────────────────────────────────────────────
  'TEXT-GLYPH': {
    severity: 'error',
    en: 'no font has {character} ({codePoint}); tried: {fonts}',
    vi: 'không phông chữ nào có {character} ({codePoint}); đã thử: {fonts}',
    hint: {
      en: 'Copy the folder of the template, put a font that has them there (static TrueType, .ttf), declare it with @font-face in print.css, name it last in the font-family of the text, and build with “-t FOLDER”.',
      vi: 'Hãy chép thư mục của mẫu, đặt vào đó một phông có các ký tự này (TrueType tĩnh, .ttf), khai báo bằng @font-face trong print.css, thêm tên vào cuối font-family của phần chữ, rồi chạy với “-t THƯ-MỤC”.',
    },
  },
  'TEXT-PRIVATE': {
    severity: 'error',
    en: 'no font has {character} ({codePoint}): a code for private use, which means a symbol in one font only, such as an old symbol font of Word; tried: {fonts}',
    vi: 'không phông chữ nào có {character} ({codePoint}): mã dùng riêng, chỉ có nghĩa trong một phông, thường là phông ký hiệu cũ của Word; đã thử: {fonts}',
    hint: {
      en: 'Replace it in the text by the real character of the symbol (• → ✓ ☎ have codes of their own).',
      vi: 'Hãy thay nó trong bài bằng ký tự thật của ký hiệu ấy (• → ✓ ☎ đều có mã riêng).',
    },
  },
  'TEXT-FONT-FILE': {
    severity: 'error',
    en: 'the font file {file} of the family {family} cannot be read',
    vi: 'không đọc được tệp phông {file} của họ {family}',
    hint: {
      en: 'Correct src of the @font-face rule; it counts from the style sheet.',
      vi: 'Hãy sửa src trong quy tắc @font-face; đường dẫn tính từ tệp kiểu.',
    },
  },
  'TEXT-FONT-FORMAT': {
    severity: 'error',
    en: '{file} is not a TrueType font that can be set (family {family})',
    vi: '{file} không phải phông TrueType dùng được (họ {family})',
    hint: {
      en: 'Use a single .ttf file with TrueType outlines; .otf with CFF outlines and .ttc are not read.',
      vi: 'Hãy dùng một tệp .ttf đường nét TrueType; không đọc .otf kiểu CFF và .ttc.',
    },
  },
  'TEXT-FONT-WOFF': {
    severity: 'error',
    en: '{file} is a compressed web font (WOFF), family {family}',
    vi: '{file} là phông web nén (WOFF), họ {family}',
    hint: {
      en: 'Use the .ttf file of the same font: viewers cannot draw an embedded WOFF font.',
      vi: 'Hãy dùng tệp .ttf của phông ấy: trình xem không vẽ được phông WOFF đã nhúng.',
    },
  },
  'TEXT-FONT-VARIABLE': {
    severity: 'error',
    en: '{file} is a variable font, family {family}',
    vi: '{file} là phông biến thiên, họ {family}',
    hint: {
      en: 'Use the static .ttf files of the family, one @font-face rule a cut.',
      vi: 'Hãy dùng các tệp .ttf tĩnh của họ phông, mỗi kiểu một quy tắc @font-face.',
    },
  },
  'TEXT-FAMILY': {
    severity: 'warning',
    en: 'no @font-face rule declares the font family {family}',
    vi: 'không có quy tắc @font-face nào khai báo họ phông {family}',
    hint: {
      en: 'Declare it, or correct the name; the next family of the list is used.',
      vi: 'Hãy khai báo hoặc sửa tên; họ phông kế tiếp trong danh sách được dùng.',
    },
  },
  // ── layout ────────────────────────────────────────────────────────────────────────────────────
  'LAYOUT-PAGE-WIDTH': {
    severity: 'warning',
    en: 'page {page} has a text area {width} pt wide, but lines are broken for that of page 1, {first} pt',
    vi: 'vùng chữ của trang {page} rộng {width} pt, nhưng dòng được ngắt theo trang 1, rộng {first} pt',
    hint: {
      en: 'Give all @page rules of the template margins that leave the same width.',
      vi: 'Hãy cho mọi quy tắc @page của mẫu lề để lại cùng một bề rộng.',
    },
  },
  'LAYOUT-WIDE-WORD': {
    severity: 'warning',
    en: 'a word is wider than its line and was broken: “{text}”',
    vi: 'một từ rộng hơn dòng nên đã bị ngắt: “{text}”',
    hint: {
      en: 'Give the text more room, or set overflow-wrap: anywhere if that is what you want.',
      vi: 'Hãy cho chữ thêm chỗ, hoặc đặt overflow-wrap: anywhere nếu đó là điều bạn muốn.',
    },
  },
  'LAYOUT-WIDE-TABLE': {
    severity: 'warning',
    en: 'words of a table are wider than their lines and were broken: {count}, the first “{text}”',
    vi: 'có từ trong bảng rộng hơn dòng nên đã bị ngắt: {count} từ, từ đầu là “{text}”',
    hint: {
      en: 'Make the table of fewer columns or shorter words, or give it more room.',
      vi: 'Hãy bớt cột, viết từ ngắn hơn, hoặc cho bảng thêm chỗ.',
    },
  },
  'LAYOUT-PAGE-NUMBERS': {
    severity: 'warning',
    en: 'page references still moved after {passes} passes; some may be off by a page',
    vi: 'số trang dẫn chiếu vẫn thay đổi sau {passes} lượt; có thể lệch một trang',
  },
  // ── printer ───────────────────────────────────────────────────────────────────────────────────
  'PRINTER-UNKNOWN': {
    severity: 'error',
    en: 'there is no printer “{name}”; there are: {known}',
    vi: 'không có máy in “{name}”; hiện có: {known}',
    hint: {
      en: 'Give one of these names, or the path of a YAML file; printers/README.md says what stands in it.',
      vi: 'Hãy dùng một trong các tên này, hoặc đường dẫn tới tệp YAML; printers/README.md nói tệp ấy gồm những gì.',
    },
  },
  'PRINTER-NO-FILE': {
    severity: 'error',
    en: 'there is no file {path}',
    vi: 'không có tệp {path}',
    hint: {
      en: 'Correct the path, or give the name of a printer of the package: {known}.',
      vi: 'Hãy sửa đường dẫn, hoặc dùng tên máy in có sẵn: {known}.',
    },
  },
  'PRINTER-NEAR': {
    severity: 'error',
    en: 'there is no printer “{name}”; did you mean “{near}”?',
    vi: 'không có máy in “{name}”; có phải bạn muốn viết “{near}”?',
    hint: { en: 'There are: {known}.', vi: 'Hiện có: {known}.' },
  },
  'PRINTER-FILE': {
    severity: 'error',
    en: '{path} cannot be read, or is not UTF-8 text',
    vi: 'không đọc được {path}, hoặc tệp không phải văn bản UTF-8',
    hint: {
      en: 'Copy a file of printers/ of the package and change that.',
      vi: 'Hãy chép một tệp trong printers/ của chương trình rồi sửa lại.',
    },
  },
  'PRINTER-AWAY': {
    severity: 'error',
    en: 'the printer’s file {path} lies outside the folder of the publication; it was not opened',
    vi: 'tệp máy in {path} nằm ngoài thư mục của ấn phẩm nên không được mở',
    hint: {
      en: 'Copy it into the folder with its profile, or name it with --printer.',
      vi: 'Hãy chép tệp cùng hồ sơ màu vào thư mục, hoặc chỉ ra bằng --printer.',
    },
  },
  'PRINTER-YAML': {
    severity: 'error',
    clause: 'YAML 1.2',
    en: 'the printer’s file is not valid YAML: {yaml}',
    vi: 'tệp máy in không đúng YAML: {yaml}',
    hint: {
      en: 'Quote a value that holds a colon; printers/README.md shows a whole file.',
      vi: 'Giá trị có dấu hai chấm phải đặt trong ngoặc kép; printers/README.md có một tệp mẫu đầy đủ.',
    },
  },
  'PRINTER-KEY': {
    severity: 'error',
    en: 'a printer has no key “{key}”',
    vi: 'máy in không có khóa “{key}”',
    hint: { en: 'printers/README.md lists the keys.', vi: 'printers/README.md liệt kê các khóa.' },
  },
  'PRINTER-KEY-NEAR': {
    severity: 'error',
    en: 'a printer has no key “{key}”; did you mean “{near}”?',
    vi: 'máy in không có khóa “{key}”; có phải bạn muốn viết “{near}”?',
    hint: { en: 'Correct the key.', vi: 'Hãy sửa lại khóa.' },
  },
  'PRINTER-NEEDS': {
    severity: 'error',
    en: 'the printer’s file lacks the key “{key}”',
    vi: 'tệp máy in thiếu khóa “{key}”',
    hint: {
      en: 'Write it; printers/README.md explains the keys.',
      vi: 'Hãy ghi thêm; printers/README.md giải thích các khóa.',
    },
  },
  'PRINTER-EMPTY': {
    severity: 'error',
    en: 'the printer’s file is empty',
    vi: 'tệp máy in không có gì',
    hint: {
      en: 'Copy a file of printers/ of the package and change that.',
      vi: 'Hãy chép một tệp trong printers/ của chương trình rồi sửa lại.',
    },
  },
  'PRINTER-VALUE': {
    severity: 'error',
    en: 'the value of “{key}” must be: {expected}',
    vi: 'giá trị của “{key}” phải là: {expected}',
    hint: {
      en: 'Correct it in the printer’s file; printers/README.md explains the keys.',
      vi: 'Hãy sửa trong tệp máy in; printers/README.md giải thích các khóa.',
    },
  },
  'PRINTER-OUTSIDE': {
    severity: 'error',
    en: 'the colour profile {path} does not lie beside the printer’s file; it was not opened',
    vi: 'hồ sơ màu {path} không nằm cạnh tệp máy in nên không được mở',
    hint: {
      en: 'Copy the profile beside the file, and name it without a folder above.',
      vi: 'Hãy chép hồ sơ màu vào cạnh tệp máy in và ghi tên tệp, không kèm thư mục phía trên.',
    },
  },
  'PRINTER-PROFILE-MISSING': {
    severity: 'error',
    clause: 'ISO 15930-7',
    en: 'there is no colour profile {path}',
    vi: 'không có hồ sơ màu {path}',
    hint: {
      en: 'Put the profile that the printing house gave you beside the printer’s file, or name one of the package, such as icc:FOGRA39L_coated.icc.',
      vi: 'Hãy đặt hồ sơ màu nhà in đưa cạnh tệp máy in, hoặc dùng hồ sơ có sẵn, ví dụ icc:FOGRA39L_coated.icc.',
    },
  },
  'PRINTER-PROFILE-UNREAD': {
    severity: 'error',
    clause: 'ISO 15930-7',
    en: 'the colour profile {path} cannot be read',
    vi: 'không đọc được hồ sơ màu {path}',
    hint: {
      en: 'Copy it again from what the printing house gave you, or name one of the package, such as icc:FOGRA39L_coated.icc.',
      vi: 'Hãy chép lại từ bản nhà in đưa, hoặc dùng hồ sơ có sẵn, ví dụ icc:FOGRA39L_coated.icc.',
    },
  },
  'PRINTER-PROFILE-EMPTY': {
    severity: 'error',
    clause: 'ISO 15930-7',
    en: 'the colour profile {path} is empty',
    vi: 'hồ sơ màu {path} là tệp rỗng',
    hint: {
      en: 'Copy it again from what the printing house gave you, or name one of the package, such as icc:FOGRA39L_coated.icc.',
      vi: 'Hãy chép lại từ bản nhà in đưa, hoặc dùng hồ sơ có sẵn, ví dụ icc:FOGRA39L_coated.icc.',
    },
  },
  'PRINTER-PROFILE': {
    severity: 'error',
    clause: 'ISO 15930-7',
    en: '{path} is no ICC profile of version 2 or 4',
    vi: '{path} không phải hồ sơ màu ICC phiên bản 2 hay 4',
    hint: {
      en: 'Put the profile that the printing house gave you beside the printer’s file, or name one of the package, such as icc:FOGRA39L_coated.icc.',
      vi: 'Hãy đặt hồ sơ màu nhà in đưa cạnh tệp máy in, hoặc dùng hồ sơ có sẵn, ví dụ icc:FOGRA39L_coated.icc.',
    },
  },
  'PRINTER-PROFILE-KIND': {
    severity: 'error',
    clause: 'ISO 15930-7',
    en: 'the colour profile {path} is not that of a printer in CMYK: it is for {space} ({kind})',
    vi: 'hồ sơ màu {path} không phải của máy in CMYK: hồ sơ này dành cho {space} ({kind})',
    hint: {
      en: 'Put the profile that the printing house gave you beside the printer’s file, or name one of the package, such as icc:FOGRA39L_coated.icc.',
      vi: 'Hãy đặt hồ sơ màu nhà in đưa cạnh tệp máy in, hoặc dùng hồ sơ có sẵn, ví dụ icc:FOGRA39L_coated.icc.',
    },
  },
  'PRINTER-PROFILE-DAMAGED': {
    severity: 'error',
    clause: 'ISO 15930-7; ICC.1, 7.3 and 8.5',
    en: 'the colour profile {path} is damaged: bytes or tables that it needs are not there, or not what they should be',
    vi: 'hồ sơ màu {path} bị hỏng: thiếu dữ liệu hay bảng màu cần có, hoặc bảng màu sai dạng',
    hint: {
      en: 'Copy it again from what the printing house gave you, or name one of the package, such as icc:FOGRA39L_coated.icc.',
      vi: 'Hãy chép lại từ bản nhà in đưa, hoặc dùng hồ sơ có sẵn, ví dụ icc:FOGRA39L_coated.icc.',
    },
  },
  'PRINTER-TABLES': {
    severity: 'error',
    clause: 'ICC.1, 8.5',
    en: 'the colour profile {path} does not say how colours become inks, so photos cannot be converted',
    vi: 'hồ sơ màu {path} không cho biết cách đổi màu sang mực, nên không chuyển đổi được ảnh',
    hint: {
      en: 'Ask for the whole profile, or let photos keep their colours: photos.colours: keep.',
      vi: 'Hãy xin hồ sơ màu đầy đủ, hoặc để ảnh giữ màu của mình: photos.colours: keep.',
    },
  },
  // ── pdf, svg ──────────────────────────────────────────────────────────────────────────────────
  'PDF-EMPTY': {
    severity: 'error',
    clause: 'ISO 32000-1, 7.7.3',
    en: 'there is no page to write',
    vi: 'không có trang nào để ghi',
    hint: { en: 'Check that the article has text.', vi: 'Hãy kiểm tra xem bài có nội dung không.' },
  },
  'PDF-TITLE': {
    severity: 'error',
    clause: 'ISO 14289-1, 7.1; ISO 15930-7',
    en: 'the document has no title',
    vi: 'tài liệu không có tên',
    hint: {
      en: 'Give the article a headline, or a title in its front matter.',
      vi: 'Hãy đặt đầu đề cho bài, hoặc ghi title ở phần khai báo đầu tệp.',
    },
  },
  'PDF-LANGUAGE': {
    severity: 'error',
    clause: 'ISO 19005-2, 6.7.4; ISO 14289-1, 7.2',
    en: 'the language “{language}” is no language tag',
    vi: '“{language}” không phải là mã ngôn ngữ',
    hint: { en: 'Write it as vi, en or fr-CA.', vi: 'Hãy viết dạng vi, en hay fr-CA.' },
  },
  'PDF-ALT': {
    severity: 'error',
    clause: 'ISO 14289-1, 7.3',
    en: 'a picture or formula on page {page} has no alternative text',
    vi: 'ảnh hoặc công thức ở trang {page} không có văn bản thay thế',
    hint: {
      en: 'Say what it shows, or mark it as decoration with an empty alternative text.',
      vi: 'Hãy tả nội dung của nó, hoặc để văn bản thay thế rỗng nếu chỉ để trang trí.',
    },
  },
  'PDF-FONT-LICENCE': {
    severity: 'error',
    clause: 'ISO/IEC 14496-22, OS/2 fsType; ISO 19005-2, 6.2.11.4',
    en: 'the font {family} ({path}) may not be embedded at all (fsType: restricted licence)',
    vi: 'phông {family} ({path}) cấm nhúng hoàn toàn (fsType: giấy phép hạn chế)',
    hint: {
      en: 'Name another font in the template, or get a licence that allows embedding.',
      vi: 'Hãy dùng phông khác trong mẫu, hoặc xin giấy phép cho nhúng.',
    },
  },
  'PDF-FONT-SUBSET': {
    severity: 'error',
    clause: 'ISO/IEC 14496-22, OS/2 fsType; ISO 19005-2, 6.2.11.4',
    en: 'the font {family} ({path}) may be embedded only as a whole, not the glyphs used alone (fsType: no subsetting)',
    vi: 'phông {family} ({path}) chỉ cho nhúng toàn bộ, không cho nhúng riêng các nét chữ đã dùng (fsType: cấm tách)',
    hint: {
      en: 'Name another font in the template, or get a licence that allows subsetting.',
      vi: 'Hãy dùng phông khác trong mẫu, hoặc xin giấy phép cho nhúng một phần.',
    },
  },
  'PDF-FONT-BITMAPS': {
    severity: 'error',
    clause: 'ISO/IEC 14496-22, OS/2 fsType; ISO 19005-2, 6.2.11.4',
    en: 'of the font {family} ({path}) only bitmaps may be embedded, not its outlines (fsType: bitmaps only)',
    vi: 'phông {family} ({path}) chỉ cho nhúng ảnh điểm của chữ, không cho nhúng nét chữ (fsType: chỉ ảnh điểm)',
    hint: {
      en: 'Name another font in the template, or get a licence that allows embedding outlines.',
      vi: 'Hãy dùng phông khác trong mẫu, hoặc xin giấy phép cho nhúng nét chữ.',
    },
  },
  'PDF-PAGE-SIZE': {
    severity: 'error',
    clause: 'ISO 19005-2, 6.1.13',
    en: 'page {page} is {width} × {height} pt; a side may be 3 to 14400 pt',
    vi: 'trang {page} có cỡ {width} × {height} pt; mỗi cạnh phải từ 3 đến 14400 pt',
    hint: { en: 'Change the size of the page in the style sheet.', vi: 'Hãy đổi cỡ trang trong bảng kiểu.' },
  },
  'PDF-NESTING': {
    severity: 'error',
    clause: 'ISO 19005-2, 6.1.13',
    en: 'clipped or transparent boxes are nested {depth} deep; {limit} is the most',
    vi: 'các khung cắt hoặc trong suốt lồng nhau {depth} tầng; nhiều nhất là {limit}',
    hint: {
      en: 'Take “overflow: hidden” and “opacity” off some of them in the style sheet.',
      vi: 'Hãy bỏ bớt “overflow: hidden” và “opacity” trong bảng kiểu.',
    },
  },
  'PDF-PAGES': {
    severity: 'error',
    clause: 'ISO 19005-1, 6.1.12',
    en: 'the file has {count} pages; at this level of PDF/A {limit} is the most',
    vi: 'tệp có {count} trang; ở mức PDF/A này nhiều nhất là {limit}',
    hint: {
      en: 'Choose a later part (--archive 2a), or make a volume of each half.',
      vi: 'Hãy chọn phần mới hơn (--archive 2a), hoặc chia thành nhiều tập.',
    },
  },
  'PDF-OBJECTS': {
    severity: 'error',
    clause: 'ISO 19005-1, 6.1.12',
    en: 'the file has {count} pictures and transparent or clipped groups; at this level of PDF/A {limit} is the most',
    vi: 'tệp có {count} ảnh và nhóm trong suốt hoặc bị cắt; ở mức PDF/A này nhiều nhất là {limit}',
    hint: {
      en: 'Choose a later part (--archive 2a), or make a volume of each half.',
      vi: 'Hãy chọn phần mới hơn (--archive 2a), hoặc chia thành nhiều tập.',
    },
  },
  'PDF-ROWS': {
    severity: 'error',
    clause: 'ISO 19005-1, 6.1.12',
    en: 'a table has {count} rows; at this level of PDF/A {limit} is the most',
    vi: 'một bảng có {count} hàng; ở mức PDF/A này nhiều nhất là {limit}',
    hint: {
      en: 'Choose a later part (--archive 2a), or make two tables of it.',
      vi: 'Hãy chọn phần mới hơn (--archive 2a), hoặc chia bảng làm hai.',
    },
  },
  'PDF-TRANSPARENCY': {
    severity: 'error',
    clause: 'ISO 19005-1, 6.4',
    en: 'something on page {page} shines through, which PDF/A-1 does not allow',
    vi: 'trang {page} có phần trong suốt, mà PDF/A-1 không cho phép',
    hint: {
      en: 'Choose level 2a, or give the colours and boxes of the style sheet no opacity.',
      vi: 'Hãy chọn mức 2a, hoặc bỏ độ trong suốt của màu và khung trong bảng kiểu.',
    },
  },
  'PDF-SOFT-MASK': {
    severity: 'error',
    clause: 'ISO 19005-1, 6.4',
    en: 'the picture {path} is transparent (page {page}), which PDF/A-1 does not allow',
    vi: 'ảnh {path} có phần trong suốt (trang {page}), mà PDF/A-1 không cho phép',
    hint: {
      en: 'Choose level 2a, or save the picture without transparency.',
      vi: 'Hãy chọn mức 2a, hoặc lưu ảnh không có phần trong suốt.',
    },
  },
  'PDF-PROFILE': {
    severity: 'error',
    clause: 'ISO 19005-2, 6.2.3; ISO 15930-7',
    en: 'the colour profile {path} is missing or of the wrong kind',
    vi: 'thiếu hồ sơ màu {path} hoặc hồ sơ không đúng loại',
    hint: { en: 'Install the program again.', vi: 'Hãy cài lại chương trình.' },
  },
  'PDF-IMAGE': {
    severity: 'error',
    en: 'the picture {path} cannot be put into the PDF: {reason}',
    vi: 'không đưa được ảnh {path} vào PDF: {reason}',
    hint: {
      en: 'Open it in a picture editor and save it as JPEG or PNG.',
      vi: 'Hãy mở bằng chương trình sửa ảnh rồi lưu thành JPEG hay PNG.',
    },
  },
  'PDF-ICC-NONE': {
    severity: 'warning',
    clause: 'ICC.1, 7.2 and 7.3',
    en: 'the colour profile in the picture {path} is no ICC profile of version 2 or 4 (page {page}); it was left out',
    vi: 'hồ sơ màu trong ảnh {path} không phải hồ sơ ICC phiên bản 2 hay 4 (trang {page}) nên bị bỏ qua',
    hint: {
      en: 'Save the picture again with the profile of its colours: sRGB for RGB, that of the press for CMYK.',
      vi: 'Hãy lưu lại ảnh kèm hồ sơ màu đúng với ảnh: sRGB cho RGB, hồ sơ của nhà in cho CMYK.',
    },
  },
  'PDF-ICC-OTHER': {
    severity: 'warning',
    clause: 'ICC.1, 7.2 and 7.3',
    en: 'the colour profile in the picture {path} is for {space}, the picture is not (page {page}); it was left out',
    vi: 'hồ sơ màu trong ảnh {path} dành cho {space}, còn ảnh thì không phải (trang {page}), nên hồ sơ bị bỏ qua',
    hint: {
      en: 'Save the picture again with the profile of its colours: sRGB for RGB, that of the press for CMYK.',
      vi: 'Hãy lưu lại ảnh kèm hồ sơ màu đúng với ảnh: sRGB cho RGB, hồ sơ của nhà in cho CMYK.',
    },
  },
  'PDF-ICC-DAMAGED': {
    severity: 'warning',
    clause: 'ICC.1, 7.2 and 7.3',
    en: 'the colour profile in the picture {path} is cut off or damaged (page {page}); it was left out',
    vi: 'hồ sơ màu trong ảnh {path} bị cụt hoặc hỏng (trang {page}) nên bị bỏ qua',
    hint: {
      en: 'Save the picture again with the profile of its colours: sRGB for RGB, that of the press for CMYK.',
      vi: 'Hãy lưu lại ảnh kèm hồ sơ màu đúng với ảnh: sRGB cho RGB, hồ sơ của nhà in cho CMYK.',
    },
  },
  'PDF-RESOLUTION': {
    severity: 'warning',
    en: 'the picture {path} is printed with {resolution} pixels an inch (page {page}); under {least} they show',
    vi: 'ảnh {path} in ra chỉ có {resolution} điểm ảnh mỗi inch (trang {page}); dưới {least} sẽ thấy rỗ',
    hint: {
      en: 'Take a picture of more pixels, or show it at most {width} mm wide.',
      vi: 'Hãy dùng ảnh có nhiều điểm ảnh hơn, hoặc đặt ảnh rộng tối đa {width} mm.',
    },
  },
  'PDF-INK': {
    severity: 'warning',
    clause: 'ISO 12647-2, 4.3.2.5',
    en: 'the colour C M Y K {color} has {ink} % ink, more than the {limit} % that this paper takes (first on page {page})',
    vi: 'màu C M Y K {color} có {ink} % mực, quá {limit} % mà giấy này chịu được (lần đầu ở trang {page})',
    hint: {
      en: 'Take some of the inks out in the style sheet: device-cmyk(…).',
      vi: 'Hãy bớt mực trong tệp kiểu dáng: device-cmyk(…).',
    },
  },
  'PDF-INK-PICTURE': {
    severity: 'warning',
    clause: 'ISO 12647-2, 4.3.2.5',
    en: 'the picture {path} has up to {ink} % ink (page {page}); {share} % of it is over the {limit} % that this paper takes',
    vi: 'ảnh {path} có chỗ tới {ink} % mực (trang {page}); {share} % diện tích ảnh vượt {limit} % mà giấy này chịu được',
    hint: {
      en: 'Convert the picture anew with a profile whose limit is that of the paper, or let it be done here: photos.colours: convert.',
      vi: 'Hãy chuyển ảnh lại bằng hồ sơ màu có giới hạn mực hợp với giấy, hoặc để chương trình làm: photos.colours: convert.',
    },
  },
  'PDF-RICH-BLACK': {
    severity: 'warning',
    en: 'text or rules of {size} pt in black with other inks (C M Y K {color}, first on page {page}): under {least} pt the plates do not meet closely enough, and edges get coloured',
    vi: 'chữ hoặc nét {size} pt màu đen lẫn mực khác (C M Y K {color}, lần đầu ở trang {page}): dưới {least} pt các bản kẽm khó chồng khít, mép sẽ lem màu',
    hint: {
      en: 'Use black ink alone: device-cmyk(0 0 0 1).',
      vi: 'Hãy chỉ dùng mực đen: device-cmyk(0 0 0 1).',
    },
  },
  'PDF-GLYPH': {
    severity: 'error',
    clause: 'ISO 19005-2, 6.2.11.8',
    en: 'the font {family} cannot show “{text}”',
    vi: 'phông {family} không hiện được “{text}”',
    hint: {
      en: 'Add a font that covers it to the font-family of the template.',
      vi: 'Hãy thêm vào font-family của mẫu một phông có các ký tự này.',
    },
  },
  'PDF-LINK': {
    severity: 'warning',
    en: 'a link leads to “{id}”, which is on no page; its text stays, without the link',
    vi: 'một liên kết dẫn đến “{id}” không có trên trang nào; chữ vẫn giữ, liên kết bị bỏ',
    hint: { en: 'Check the id that the link names.', vi: 'Hãy kiểm tra id mà liên kết trỏ tới.' },
  },
  // ── imposition ────────────────────────────────────────────────────────────────────────────────
  'IMPOSE-BLANK': {
    severity: 'warning',
    en: 'a booklet has a multiple of 4 pages: with {count} blank after page {page} it has {total}',
    vi: 'tập đóng ghim phải có số trang chia hết cho 4: thêm {count} trang trắng sau trang {page} cho đủ {total}',
    hint: {
      en: 'Fill them (a photo, a notice), or shorten the text, if no blank page is wanted.',
      vi: 'Nếu không muốn trang trắng, hãy thêm ảnh, thông báo, hoặc rút gọn bài.',
    },
  },
  'IMPOSE-CREEP': {
    severity: 'warning',
    en: '--creep changes nothing: no sheets are made',
    vi: '--creep không có tác dụng: không xếp tờ in nào',
    hint: {
      en: 'Add --impose booklet, or “impose: booklet” in publication.yaml; or leave --creep out.',
      vi: 'Hãy thêm --impose booklet, hoặc “impose: booklet” trong publication.yaml; hoặc bỏ --creep.',
    },
  },
  'IMPOSE-SIZE': {
    severity: 'error',
    en: 'page {page} is {size} mm and the first is {first} mm: pages of two sizes make no booklet',
    vi: 'trang {page} có cỡ {size} mm mà trang đầu là {first} mm: trang hai cỡ không đóng thành tập được',
    hint: {
      en: 'Give all pages of the style sheet one size, or build without --impose.',
      vi: 'Hãy đặt một cỡ cho mọi trang trong bảng kiểu, hoặc bỏ --impose.',
    },
  },
  'IMPOSE-THICK': {
    severity: 'error',
    en: 'a booklet of {count} pages is {thickness} mm thick; staples hold {limit} mm, which is {most} pages of this paper',
    vi: 'tập {count} trang dày {thickness} mm; ghim chỉ giữ được {limit} mm, tức {most} trang giấy này',
    hint: {
      en: 'Have it bound at the spine (build without --impose), or make several volumes of it.',
      vi: 'Hãy đóng gáy (bỏ --impose), hoặc chia thành nhiều tập.',
    },
  },
  // ── epub ──────────────────────────────────────────────────────────────────────────────────────
  // ── check ─────────────────────────────────────────────────────────────────────────────────────
  'CHECK-FILE-TYPE': {
    severity: 'error',
    en: 'the file is no PDF, no EPUB and no file of an EPUB that can be checked by itself',
    vi: 'tệp không phải PDF, EPUB hay tệp của EPUB kiểm riêng được',
    hint: {
      en: 'Taken are .pdf, .epub, and of an EPUB .opf, .xhtml, .svg and .smil; others, as .ncx and .css, are checked within their .epub.',
      vi: 'Nhận .pdf, .epub và các tệp .opf, .xhtml, .svg, .smil của EPUB; tệp khác như .ncx, .css được kiểm trong .epub chứa chúng.',
    },
  },
  'CHECK-FILE-ROOT': {
    severity: 'error',
    clause: 'EPUB 3.3',
    en: 'the root element is {root}, which is no file of an EPUB',
    vi: 'phần tử gốc là {root}, không phải tệp của EPUB',
    hint: {
      en: 'The root is html in XHTML, package in .opf, svg in SVG, and smil in a media overlay.',
      vi: 'Phần tử gốc là html trong XHTML, package trong .opf, svg trong SVG, smil trong lớp đọc kèm.',
    },
  },
  'CHECK-FILE-EMPTY': {
    severity: 'error',
    en: 'the file is empty: it has 0 bytes',
    vi: 'tệp rỗng: 0 byte',
    hint: {
      en: 'Make the file again, or fetch it again.',
      vi: 'Hãy tạo lại hoặc tải lại tệp.',
    },
  },
  'CHECK-PDF-BEHIND-END': {
    severity: 'error',
    clause: 'ISO 32000-1, 7.5.5',
    en: '{bytes} bytes that do not belong to the PDF stand behind its end',
    vi: 'có {bytes} byte không thuộc PDF nằm sau dấu kết thúc tệp',
    hint: {
      en: 'Fetch the file again, or save it anew: many viewers do not find the end of the file behind them.',
      vi: 'Hãy tải lại tệp hoặc lưu lại: nhiều trình xem sẽ không tìm thấy phần cuối tệp.',
    },
  },
  'CHECK-PDF-HEADER': {
    severity: 'error',
    clause: 'ISO 32000-1, 7.5.2',
    en: 'the file does not begin as a PDF',
    vi: 'đầu tệp không phải là PDF',
    hint: {
      en: 'Make the file again, or fetch it again: it was cut or changed on the way.',
      vi: 'Hãy tạo lại hoặc tải lại tệp: tệp đã bị cắt hoặc bị đổi.',
    },
  },
  'CHECK-PDF-STARTXREF': {
    severity: 'error',
    clause: 'ISO 32000-1, 7.5.5',
    en: 'the file does not say where its cross-reference table is: its end is missing',
    vi: 'tệp không cho biết bảng tham chiếu nằm ở đâu: thiếu phần cuối tệp',
    hint: {
      en: 'Make the file again, or fetch it again: it was cut on the way.',
      vi: 'Hãy tạo lại hoặc tải lại tệp: tệp đã bị cắt.',
    },
  },
  'CHECK-PDF-XREF': {
    severity: 'error',
    clause: 'ISO 32000-1, 7.5.4',
    en: 'the cross-reference table at byte {offset} cannot be read',
    vi: 'không đọc được bảng tham chiếu ở byte {offset}',
    hint: {
      en: 'Make the file again, or fetch it again: it was cut or changed on the way.',
      vi: 'Hãy tạo lại hoặc tải lại tệp: tệp đã bị cắt hoặc bị đổi.',
    },
  },
  'CHECK-PDF-ENCRYPTED': {
    severity: 'error',
    clause: 'ISO 19005-2, 6.1.3',
    en: 'the file is encrypted and cannot be checked',
    vi: 'tệp bị mã hóa nên không kiểm được',
    hint: {
      en: 'Check the file before a password is put on it.',
      vi: 'Hãy kiểm tệp trước khi đặt mật khẩu.',
    },
  },
  'CHECK-PDF-OBJECT': {
    severity: 'error',
    clause: 'ISO 32000-1, 7.5.4',
    en: 'object {object} does not stand where the cross-reference table says',
    vi: 'đối tượng {object} không nằm ở chỗ bảng tham chiếu chỉ ra',
  },
  'CHECK-PDF-STREAM': {
    severity: 'error',
    clause: 'ISO 32000-1, 7.3.8',
    en: 'the length of stream {object} is wrong',
    vi: 'độ dài của luồng {object} bị sai',
  },
  'CHECK-PDF-DECODE': {
    severity: 'error',
    clause: 'ISO 32000-1, 7.4',
    en: 'stream {object} is damaged and cannot be decoded',
    vi: 'luồng {object} bị hỏng, không giải nén được',
    hint: {
      en: 'Make the file again, or fetch it again: what the stream held is lost.',
      vi: 'Hãy tạo lại hoặc tải lại tệp: nội dung của luồng đã mất.',
    },
  },
  'CHECK-PDF-CUT': {
    severity: 'error',
    clause: 'ISO 32000-1, 7.4',
    en: 'stream {object} is cut short: its end is missing',
    vi: 'luồng {object} bị cắt cụt: thiếu phần cuối',
    hint: {
      en: 'Make the file again, or fetch it again: what stood behind the cut is lost.',
      vi: 'Hãy tạo lại hoặc tải lại tệp: phần sau chỗ cắt đã mất.',
    },
  },
  'CHECK-PICTURE-SIZE': {
    severity: 'error',
    clause: 'ISO 32000-1, 8.9.5',
    en: 'the picture in object {object} is said to have {width} × {height} pixels, but has {inside}',
    vi: 'ảnh ở đối tượng {object} được khai {width} × {height} điểm ảnh, nhưng thật ra là {inside}',
    hint: {
      en: 'Put the picture into the document again and make the PDF again.',
      vi: 'Hãy chèn lại ảnh vào tài liệu rồi tạo lại PDF.',
    },
  },
  'CHECK-PICTURE-DATA': {
    severity: 'error',
    clause: 'ISO 32000-1, 8.9.5',
    en: 'the picture in object {object} ({width} × {height}) has {got} bytes of pixels and needs {needed}',
    vi: 'ảnh ở đối tượng {object} ({width} × {height}) chỉ có {got} byte điểm ảnh, cần {needed}',
    hint: {
      en: 'Put the picture into the document again and make the PDF again.',
      vi: 'Hãy chèn lại ảnh vào tài liệu rồi tạo lại PDF.',
    },
  },
  'CHECK-PDF-COUNT': {
    severity: 'error',
    clause: 'ISO 32000-1, 7.7.3.2',
    en: 'the page tree (object {object}) says it has {count} page(s), but has {pages}',
    vi: 'cây trang (đối tượng {object}) khai {count} trang nhưng thật ra có {pages}',
    hint: {
      en: 'Make the file again, or fetch it again: pages are missing, or were added by a program that did not count them.',
      vi: 'Hãy tạo lại hoặc tải lại tệp: thiếu trang, hoặc có phần mềm thêm trang mà không đếm lại.',
    },
  },
  'CHECK-PDF-LOOP': {
    severity: 'error',
    clause: 'ISO 32000-1, 7.7.3',
    en: 'the page tree comes to object {object} a second time',
    vi: 'cây trang dẫn tới đối tượng {object} lần thứ hai',
    hint: {
      en: 'Make the file again: in a page tree each page has one place, and no way leads back.',
      vi: 'Hãy tạo lại tệp: trong cây trang mỗi trang chỉ có một chỗ và không có đường vòng trở lại.',
    },
  },
  'CHECK-PDF-RESOURCE': {
    severity: 'error',
    clause: 'ISO 32000-1, 7.8.3',
    en: 'page {page}: its content uses “{name}” ({category}), which its resources do not have',
    vi: 'trang {page}: nội dung dùng “{name}” ({category}) mà tài nguyên của trang không có',
    hint: {
      en: 'Make the file again: what the name stands for cannot be shown.',
      vi: 'Hãy tạo lại tệp: phần mang tên ấy không hiển thị được.',
    },
  },
  'CHECK-PDF-PAGES': {
    severity: 'error',
    clause: 'ISO 32000-1, 7.7.3',
    en: 'the file has no page',
    vi: 'tệp không có trang nào',
  },
  'CHECK-UNTAGGED': {
    severity: 'error',
    clause: 'ISO 14289-1, 7.1',
    en: 'page {page}: text that is neither tagged nor an artifact: “{text}” ({count} in all)',
    vi: 'trang {page}: có chữ không gắn thẻ và cũng không phải phần trang trí: “{text}” (tất cả {count} chỗ)',
  },
  'CHECK-MCID': {
    severity: 'error',
    clause: 'ISO 32000-1, 14.7.4.2',
    en: 'page {page}: a structure element {type} names content {mcid}, which the page does not have',
    vi: 'trang {page}: thành phần cấu trúc {type} trỏ tới nội dung {mcid} không có trên trang',
  },
  'CHECK-MCID-TWICE': {
    severity: 'error',
    clause: 'ISO 32000-1, 14.7.4',
    en: 'page {page}: content {mcid} belongs to two structure elements',
    vi: 'trang {page}: nội dung {mcid} thuộc về hai thành phần cấu trúc',
  },
  'CHECK-PARENT-TREE': {
    severity: 'error',
    clause: 'ISO 32000-1, 14.7.4.4',
    en: 'page {page}: the parent tree does not lead from content {mcid} to its structure element {type}',
    vi: 'trang {page}: cây cha không dẫn từ nội dung {mcid} tới thành phần cấu trúc {type}',
  },
  'CHECK-OBJR': {
    severity: 'error',
    clause: 'ISO 32000-1, 14.7.4.3',
    en: 'a structure element {type} refers to an annotation on page {page}, and that page does not have it',
    vi: 'thành phần cấu trúc {type} trỏ tới một chú giải ở trang {page} nhưng trang đó không có',
  },
  'CHECK-KID-ORDER': {
    severity: 'error',
    clause: 'ISO 14289-1, 7.2',
    en: 'page {page}: the parts of a structure element {type} are not in the order of the pages',
    vi: 'trang {page}: các phần của thành phần cấu trúc {type} không theo thứ tự trang',
  },
  'CHECK-SPACES': {
    severity: 'error',
    clause: 'ISO 14289-1, 7.2',
    en: 'page {page}: a gap stands for a space that is not there: “{text}” ({count} in all)',
    vi: 'trang {page}: chỗ trống thay cho dấu cách không có thật: “{text}” (tất cả {count} chỗ)',
  },
  'CHECK-TOUNICODE': {
    severity: 'error',
    clause: 'ISO 19005-2, 6.2.11.7',
    en: 'font {font}: {count} characters used have no text (first: code {code}, page {page})',
    vi: 'phông {font}: {count} ký tự đã dùng không có mã Unicode (đầu tiên: mã {code}, trang {page})',
  },
  'CHECK-NFC': {
    severity: 'error',
    en: 'page {page}: text is not in composed form (NFC): “{text}”',
    vi: 'trang {page}: chữ không ở dạng dựng sẵn (NFC): “{text}”',
  },
  'CHECK-FONT-EMBED': {
    severity: 'error',
    clause: 'ISO 19005-2, 6.2.11.4',
    en: 'font {font} is not embedded',
    vi: 'phông {font} không được nhúng',
  },
  'CHECK-FONT-FORBIDDEN': {
    severity: 'error',
    clause: 'ISO/IEC 14496-22, OS/2 fsType',
    en: 'font {font} is embedded, and its licence bits forbid it (fsType {fsType})',
    vi: 'phông {font} được nhúng, mà bit giấy phép của phông cấm nhúng (fsType {fsType})',
    hint: {
      en: 'Choose a font whose licence allows embedding, or ask its owner.',
      vi: 'Hãy chọn phông có giấy phép cho nhúng, hoặc hỏi chủ sở hữu phông.',
    },
  },
  'CHECK-FONT-RIGHTS': {
    severity: 'warning',
    clause: 'ISO/IEC 14496-22, OS/2 fsType',
    en: 'font {font} may be embedded only as a whole, or only for viewing and printing (fsType {fsType})',
    vi: 'phông {font} chỉ được nhúng trọn vẹn, hoặc chỉ để xem và in (fsType {fsType})',
    hint: {
      en: 'Look at the licence of the font before the file is passed on.',
      vi: 'Hãy xem giấy phép của phông trước khi chuyển tệp đi.',
    },
  },
  'CHECK-LANG': {
    severity: 'error',
    clause: 'ISO 14289-1, 7.2',
    en: 'the document does not say its language',
    vi: 'tài liệu không ghi ngôn ngữ',
  },
  'CHECK-ALT': {
    severity: 'error',
    clause: 'ISO 14289-1, 7.3',
    en: 'page {page}: a {type} without alternative text',
    vi: 'trang {page}: {type} không có văn bản thay thế',
    hint: {
      en: 'Describe the picture beside the source, in its caption or its sidecar.',
      vi: 'Hãy mô tả ảnh trong chú thích hoặc trong tệp đi kèm.',
    },
  },
  'CHECK-NAME-TREE': {
    severity: 'error',
    clause: 'ISO 32000-1, 7.9.6',
    en: 'the name tree {tree} is not sorted at “{key}”: viewers that search it miss entries',
    vi: 'cây tên {tree} không được sắp thứ tự ở “{key}”: phần mềm đọc sẽ không tìm thấy mục',
  },
  'CHECK-OUTLINE': {
    severity: 'warning',
    clause: 'ISO 32000-1, 12.3.3',
    en: 'the bookmark “{title}” says that {count} are below it, and {expected} are: viewers may leave some out',
    vi: 'dấu trang “{title}” ghi có {count} mục con, thực có {expected}: phần mềm đọc có thể bỏ sót',
  },
  'CHECK-TARGET': {
    severity: 'warning',
    clause: 'ISO 32000-1, 12.3.2',
    en: 'a link or bookmark ({place}) leads to a place that is not in the file ({count} in all)',
    vi: 'có liên kết hoặc dấu trang ({place}) dẫn tới chỗ không có trong tệp (tất cả {count})',
  },
  'CHECK-FONT-OUTLINES': {
    severity: 'error',
    clause: 'ISO/IEC 14496-22, glyf; ISO 19005-2, 6.2.11.4.1',
    en: 'the outlines of the font {font} cannot be drawn (glyph {glyph}, {count} in all): its text is not seen',
    vi: 'không vẽ được đường nét của phông {font} (nét {glyph}, tất cả {count}): chữ sẽ không hiện',
    hint: {
      en: 'Make the file again with the .ttf file of the font, not with a web font (WOFF).',
      vi: 'Hãy tạo lại tệp với tệp .ttf của phông, không dùng phông web (WOFF).',
    },
  },
  'CHECK-XMP': {
    severity: 'error',
    clause: 'ISO 19005-2, 6.6.2',
    en: 'the XMP metadata cannot be read',
    vi: 'không đọc được siêu dữ liệu XMP',
  },
  'CHECK-OPINION': {
    severity: 'warning',
    en: 'veraPDF judges {standard} otherwise: broken clauses that it alone finds: {more}; that these checks alone find: {less}',
    vi: 'veraPDF đánh giá {standard} khác: điều khoản chỉ veraPDF thấy bị vi phạm: {more}; chỉ lần kiểm này thấy: {less}',
    hint: {
      en: 'Run veraPDF itself to see what it means; a clause that only these checks name may be one that it does not test.',
      vi: 'Hãy chạy riêng veraPDF để biết chi tiết; điều khoản chỉ có ở đây có thể là điều khoản veraPDF không thử.',
    },
  },
  'CHECK-OPINION-NONE': {
    severity: 'warning',
    en: 'veraPDF could not judge the file',
    vi: 'veraPDF không đánh giá được tệp này',
  },
  'CHECK-OPINION-EPUB': {
    severity: 'warning',
    en: 'EPUBCheck alone finds {id}: {message}',
    vi: 'chỉ EPUBCheck thấy {id}: {message}',
    hint: {
      en: 'Stores run EPUBCheck on what they are sent: mend what it names.',
      vi: 'Các cửa hàng chạy EPUBCheck với sách gửi tới: hãy sửa điều nó nêu.',
    },
  },
  'CHECK-OPINION-EPUB-NOT': {
    severity: 'warning',
    en: 'EPUBCheck does not find {count} error(s) that these checks find: {codes}',
    vi: 'EPUBCheck không thấy {count} lỗi mà lần kiểm này thấy: {codes}',
    hint: {
      en: 'EPUBCheck stops at some errors and does not test everything; look at what is said above.',
      vi: 'EPUBCheck dừng ở một số lỗi và không thử mọi điều; hãy xem lại phần trên.',
    },
  },
  'CHECK-CLAIM': {
    severity: 'error',
    en: 'the file claims {claim} and lacks {missing}',
    vi: 'tệp tuyên bố {claim} nhưng thiếu {missing}',
  },
  'CHECK-CLAIM-CLOSED': {
    severity: 'warning',
    en: 'which standards the file claims is not known: its metadata is encrypted or cannot be read',
    vi: 'không biết tệp tuyên bố theo chuẩn nào: siêu dữ liệu bị mã hoá hoặc không đọc được',
  },
  'CHECK-CLAIM-UNKNOWN': {
    severity: 'warning',
    en: 'the file claims {claim}, which anpham does not hold files to: whether it keeps to it is not known',
    vi: 'tệp tuyên bố {claim}, chuẩn mà anpham không kiểm: không biết tệp có giữ đúng hay không',
  },
  'CHECK-PDFX-INTENTS': {
    severity: 'error',
    clause: 'ISO 15930-7',
    en: 'there are {count} output intents for PDF/X; there must be one',
    vi: 'có {count} ý định đầu ra (output intent) cho PDF/X; chỉ được có một',
  },
  'CHECK-PDFX-CONDITION': {
    severity: 'error',
    clause: 'ISO 15930-7',
    en: 'the output intent does not name its printing condition (/OutputConditionIdentifier)',
    vi: 'ý định đầu ra (output intent) không nêu điều kiện in (/OutputConditionIdentifier)',
  },
  'CHECK-PDFX-PROFILE': {
    severity: 'error',
    clause: 'ISO 15930-7',
    en: 'the profile of the output intent is none of a printing device (class “{class}”, colours “{space}”)',
    vi: 'hồ sơ màu của ý định đầu ra không phải của thiết bị in (lớp “{class}”, hệ màu “{space}”)',
  },
  'CHECK-PDFX-PROFILE-BROKEN': {
    severity: 'error',
    clause: 'ISO 15930-7',
    en: 'the profile of the output intent is no ICC profile',
    vi: 'hồ sơ màu của ý định đầu ra không phải là hồ sơ ICC',
  },
  'CHECK-PDFX-ACTION': {
    severity: 'error',
    clause: 'ISO 15930-7',
    en: 'a print file may hold no actions: {type} ({place})',
    vi: 'tệp in không được chứa hành động: {type} ({place})',
  },
  'CHECK-PDFX-XFA': {
    severity: 'error',
    clause: 'ISO 15930-7',
    en: 'a print file may hold no XFA form',
    vi: 'tệp in không được chứa biểu mẫu XFA',
  },
  'CHECK-PDFX-INFO': {
    severity: 'error',
    clause: 'ISO 15930-7',
    en: 'the document information (/{key}) and the metadata ({property}) say different things',
    vi: 'thông tin tài liệu (/{key}) và siêu dữ liệu ({property}) nói khác nhau',
  },
  'CHECK-BOXES': {
    severity: 'error',
    clause: 'ISO 15930-7, 6.12',
    en: 'page {page}: the {box} is missing or does not lie inside the box around it',
    vi: 'trang {page}: {box} không có hoặc không nằm trong khung ngoài',
  },
  'CHECK-ANNOT-BLEED': {
    severity: 'error',
    clause: 'ISO 15930-7, 6.17',
    en: 'page {page}: an annotation {type} lies on the printed area',
    vi: 'trang {page}: chú giải {type} nằm trong vùng in',
  },
  'CHECK-TEXT-NOT-K': {
    severity: 'error',
    en: 'page {page}: black or grey text made of more inks than black: “{text}”, {color} ({count} in all)',
    vi: 'trang {page}: chữ đen hoặc xám không chỉ dùng mực đen: “{text}”, {color} (tất cả {count} chỗ)',
    hint: {
      en: 'Give the text a colour of black ink only: device-cmyk(0 0 0 1).',
      vi: 'Hãy đặt màu chữ chỉ gồm mực đen: device-cmyk(0 0 0 1).',
    },
  },
  'CHECK-PPI': {
    severity: 'warning',
    en: 'page {page}: a picture of {width} × {height} pixels is printed at {ppi} pixels an inch and will look soft; this print needs {good} or more',
    vi: 'trang {page}: ảnh {width} × {height} điểm in ra chỉ còn {ppi} điểm mỗi inch, sẽ không nét; bản in cần từ {good}',
    hint: {
      en: 'Set the picture smaller, or ask for a larger file of it.',
      vi: 'Hãy đặt ảnh nhỏ lại, hoặc xin tệp ảnh lớn hơn.',
    },
  },
  'CHECK-PPI-POOR': {
    severity: 'error',
    en: 'page {page}: a picture of {width} × {height} pixels is printed at {ppi} pixels an inch: its pixels will be seen; this print needs {good} or more',
    vi: 'trang {page}: ảnh {width} × {height} điểm in ra chỉ còn {ppi} điểm mỗi inch: sẽ thấy rõ ô vuông; bản in cần từ {good}',
    hint: {
      en: 'Set the picture smaller, or ask for a larger file of it.',
      vi: 'Hãy đặt ảnh nhỏ lại, hoặc xin tệp ảnh lớn hơn.',
    },
  },
  'CHECK-PPI-LINE': {
    severity: 'warning',
    en: 'page {page}: a picture in black and white alone, {width} × {height} pixels, is printed at {ppi} pixels an inch: its edges will look like steps; print needs 600 or more',
    vi: 'trang {page}: ảnh chỉ có đen và trắng, {width} × {height} điểm, in ra {ppi} điểm mỗi inch: nét sẽ bị răng cưa; bản in cần từ 600',
    hint: {
      en: 'Scan it again at a higher resolution or in greys, or use a drawing (SVG).',
      vi: 'Hãy quét lại với độ phân giải cao hơn hoặc ở thang xám, hay dùng hình vẽ (SVG).',
    },
  },
  'CHECK-RGB': {
    severity: 'warning',
    clause: 'ISO 15930-7, 6.2',
    en: 'page {page}: RGB colours without a profile: {texts} text(s), {shapes} line(s) or area(s), {pictures} picture(s); how they will print is left to chance',
    vi: 'trang {page}: màu RGB không kèm hồ sơ màu: {texts} chỗ chữ, {shapes} nét hoặc mảng, {pictures} ảnh; không biết trước sẽ in ra màu gì',
    hint: {
      en: 'Save the file as PDF/X-4, or turn its colours into CMYK with the profile of the printing house.',
      vi: 'Hãy lưu tệp theo PDF/X-4, hoặc đổi màu sang CMYK bằng hồ sơ màu của nhà in.',
    },
  },
  'CHECK-INK': {
    severity: 'warning',
    clause: 'ISO 12647-2, 4.3.2.5',
    en: 'page {page}: {ink} % ink (C M Y K {color}), more than {limit} %: it dries badly and sets off ({count} in all)',
    vi: 'trang {page}: {ink} % mực (C M Y K {color}), quá {limit} %: mực lâu khô, dễ dây bẩn (tất cả {count} chỗ)',
    hint: {
      en: 'Take some of the colours out; black text needs black ink alone.',
      vi: 'Hãy bớt mực của màu ấy; chữ đen chỉ cần mực đen.',
    },
  },
  'CHECK-INK-PICTURE': {
    severity: 'warning',
    clause: 'ISO 12647-2, 4.3.2.5',
    en: 'page {page}: a picture has up to {ink} % ink; {share} % of it is over {limit} %',
    vi: 'trang {page}: ảnh có chỗ tới {ink} % mực; {share} % diện tích ảnh vượt {limit} %',
    hint: {
      en: 'Convert the picture anew with a profile whose limit is that of the paper.',
      vi: 'Hãy chuyển ảnh lại bằng hồ sơ màu có giới hạn mực hợp với giấy.',
    },
  },
  'CHECK-HAIRLINE': {
    severity: 'warning',
    en: 'page {page}: {count} line(s) thinner than 0.25 pt, the thinnest {width} pt, which may break up or vanish in print',
    vi: 'trang {page}: {count} nét mảnh hơn 0,25 pt, mảnh nhất {width} pt, khi in có thể đứt hoặc mất',
    hint: {
      en: 'Make the lines 0.25 pt or thicker.',
      vi: 'Hãy để nét dày từ 0,25 pt.',
    },
  },
  'CHECK-BLEED': {
    severity: 'warning',
    en: 'page {page}: something reaches the edge of the page ({edges}) and goes on {bleed} mm beyond it; print needs {needed} mm of bleed, or white paper may show after the cut',
    vi: 'trang {page}: có phần chạm mép giấy ({edges}) mà chỉ chờm ra {bleed} mm; cần chờm {needed} mm, nếu không có thể hở giấy trắng sau khi xén',
    hint: {
      en: 'Let pictures and areas at the edge go {needed} mm beyond it, or keep them clear of it.',
      vi: 'Hãy kéo ảnh và mảng màu ở mép ra ngoài {needed} mm, hoặc đặt hẳn vào trong.',
    },
  },
  'CHECK-RICH-BLACK': {
    severity: 'warning',
    en: 'page {page}: text or lines of {size} pt in black with other inks (C M Y K {color}; {count} in all): under {least} pt the plates do not meet closely enough, and edges get coloured',
    vi: 'trang {page}: chữ hoặc nét {size} pt màu đen lẫn mực khác (C M Y K {color}; tất cả {count} chỗ): dưới {least} pt các bản kẽm khó chồng khít, mép sẽ lem màu',
    hint: {
      en: 'Give them black ink alone: device-cmyk(0 0 0 1).',
      vi: 'Hãy chỉ dùng mực đen: device-cmyk(0 0 0 1).',
    },
  },
  'CHECK-MARGIN': {
    severity: 'warning',
    en: 'page {page}: {count} thing(s) stand in the edge of {margin} mm that this printer leaves white{text}',
    vi: 'trang {page}: {count} chỗ nằm trong mép {margin} mm mà máy này không in tới{text}',
    hint: {
      en: 'Move it inwards, or print the page smaller than the sheet.',
      vi: 'Hãy dời vào trong, hoặc in thu nhỏ trang lại.',
    },
  },
  'CHECK-WORDS-LOST': {
    severity: 'error',
    en: '{count} word(s) of the source are not in the file: {places}',
    vi: 'tệp thiếu {count} tiếng của bài gốc: {places}',
    hint: {
      en: 'Build the file again from this source; if it stays so, please report it with the source.',
      vi: 'Hãy làm lại tệp từ bài gốc này; nếu vẫn vậy, xin báo lỗi kèm bài gốc.',
    },
  },
  'CHECK-WORDS-ADDED': {
    severity: 'error',
    en: '{count} word(s) of the file are not in the source: {places}',
    vi: 'tệp có thêm {count} tiếng không có trong bài gốc: {places}',
    hint: {
      en: 'Build the file again from this source; in a file of another program headers and page numbers count too.',
      vi: 'Hãy làm lại tệp từ bài gốc này; với tệp của chương trình khác, đầu trang và số trang cũng bị tính.',
    },
  },
  'CHECK-WORDS-MOVED': {
    severity: 'error',
    en: '{count} word(s) stand in another order than in the source: {places}',
    vi: '{count} tiếng đứng khác thứ tự so với bài gốc: {places}',
    hint: {
      en: 'Build the file again from this source; if it stays so, please report it with the source.',
      vi: 'Hãy làm lại tệp từ bài gốc này; nếu vẫn vậy, xin báo lỗi kèm bài gốc.',
    },
  },
  'CHECK-ZIP': {
    severity: 'error',
    clause: 'EPUB 3.3, OCF 4.2',
    en: 'the archive is damaged at {entry}',
    vi: 'gói nén bị hỏng ở {entry}',
    hint: {
      en: 'Make the file again, or fetch it again: it was cut or changed on the way.',
      vi: 'Hãy tạo lại hoặc tải lại tệp: tệp đã bị cắt hoặc bị đổi.',
    },
  },
  'CHECK-ZIP-CUT': {
    severity: 'error',
    clause: 'EPUB 3.3, OCF 4.2',
    en: 'the archive has no directory at its end: the file was cut off',
    vi: 'gói nén không có bảng mục lục ở cuối: tệp đã bị cắt cụt',
    hint: {
      en: 'Fetch the file again, whole, or pack it again.',
      vi: 'Hãy tải lại trọn vẹn tệp hoặc đóng gói lại.',
    },
  },
  // ── command line ──────────────────────────────────────────────────────────────────────────────
  'CLI-MISSING': {
    severity: 'error',
    en: 'there is no file or folder {path}',
    vi: 'không có tệp hay thư mục {path}',
    hint: {
      en: 'Check the spelling of the path; it is read from the current folder.',
      vi: 'Hãy kiểm tra lại đường dẫn, tính từ thư mục hiện tại.',
    },
  },
  'CLI-VERAPDF': {
    severity: 'warning',
    en: '{program} cannot be asked for a second opinion: {reason}',
    vi: 'không hỏi thêm ý kiến được từ {program}: {reason}',
    hint: {
      en: 'Set ANPHAM_VERAPDF to the program or its folder, or leave it out with --no-verapdf.',
      vi: 'Hãy đặt ANPHAM_VERAPDF là chương trình hay thư mục của nó, hoặc bỏ qua bằng --no-verapdf.',
    },
  },
  'CLI-EPUBCHECK': {
    severity: 'warning',
    en: '{program} gave no second opinion: {reason}',
    vi: 'không có ý kiến thứ hai từ {program}: {reason}',
    hint: {
      en: 'Set ANPHAM_EPUBCHECK to the program, its jar or its folder, or leave it out with --no-epubcheck.',
      vi: 'Hãy đặt ANPHAM_EPUBCHECK là chương trình, tệp jar hay thư mục của nó, hoặc bỏ qua bằng --no-epubcheck.',
    },
  },
  'CLI-EPUBCHECK-NONE': {
    severity: 'warning',
    en: 'ANPHAM_EPUBCHECK names {path}, where no EPUBCheck can be started: there is no second opinion',
    vi: 'ANPHAM_EPUBCHECK trỏ tới {path}, ở đó không chạy được EPUBCheck nào: không có ý kiến thứ hai',
    hint: {
      en: 'Set it to the program, its jar or its folder (jars need Java on the path), or leave it out with --no-epubcheck.',
      vi: 'Hãy đặt là chương trình, tệp jar hay thư mục của nó (tệp jar cần Java trên đường dẫn), hoặc bỏ qua bằng --no-epubcheck.',
    },
  },
  'CLI-VERAPDF-NONE': {
    severity: 'warning',
    en: 'ANPHAM_VERAPDF names {path}, where no veraPDF can be started: there is no second opinion',
    vi: 'ANPHAM_VERAPDF trỏ tới {path}, ở đó không chạy được veraPDF nào: không có ý kiến thứ hai',
    hint: {
      en: 'Set ANPHAM_VERAPDF to the program or its folder (jars need Java on the path), or leave it out with --no-verapdf.',
      vi: 'Hãy đặt ANPHAM_VERAPDF là chương trình hay thư mục của nó (tệp jar cần Java trên đường dẫn), hoặc bỏ qua bằng --no-verapdf.',
    },
  },
  'CLI-NO-CHECK': {
    severity: 'error',
    en: 'the folder {path} has no .pdf or .epub file',
    vi: 'thư mục {path} không có tệp .pdf hay .epub nào',
    hint: {
      en: 'Name the files to check, or the folder that they lie in.',
      vi: 'Hãy chỉ rõ các tệp cần kiểm, hoặc thư mục chứa chúng.',
    },
  },
  'CLI-CHECK-UNPACKED': {
    severity: 'error',
    en: 'the folder {path} is an unpacked EPUB; an EPUB is checked as one file',
    vi: 'thư mục {path} là EPUB đã giải nén; cần kiểm EPUB ở dạng một tệp',
    hint: {
      en: 'Pack it inside the folder: zip -X0 ../book.epub mimetype && zip -Xr9 ../book.epub . -x mimetype. Then check book.epub.',
      vi: 'Hãy nén ngay trong thư mục: zip -X0 ../book.epub mimetype && zip -Xr9 ../book.epub . -x mimetype. Rồi kiểm book.epub.',
    },
  },
  'CLI-MORE-PAGES': {
    severity: 'warning',
    en: '{code} {count} more time(s), on page(s) {pages}',
    vi: '{code} thêm {count} chỗ nữa, ở trang {pages}',
  },
  'CLI-MORE-FILES': {
    severity: 'warning',
    en: '{code} {count} more time(s), in {files}',
    vi: '{code} thêm {count} chỗ nữa, ở {files}',
  },
  'CLI-READ': {
    severity: 'error',
    en: '{path} cannot be read',
    vi: 'không đọc được {path}',
    hint: {
      en: 'Is it open in another program, or is the right to read it missing?',
      vi: 'Tệp có đang mở ở chương trình khác, hay bạn chưa có quyền đọc?',
    },
  },
  'CLI-NO-SOURCE': {
    severity: 'error',
    en: 'the folder {path} has no .txt, .md, .html or .docx file',
    vi: 'thư mục {path} không có tệp .txt, .md, .html hay .docx nào',
    hint: {
      en: 'Put the articles in it, one file each, with their pictures beside them.',
      vi: 'Hãy đặt các bài vào đó, mỗi bài một tệp, ảnh để bên cạnh.',
    },
  },
  'CLI-PASSED-OVER': {
    severity: 'warning',
    en: 'passed over: files ending in “{extension}” are not read as they are',
    vi: 'bỏ qua tệp này: không đọc thẳng được tệp có đuôi “{extension}”',
    hint: {
      en: 'If it is an article, open it in Word or LibreOffice and save it anew as .docx.',
      vi: 'Nếu đó là bài viết, hãy mở bằng Word hay LibreOffice rồi lưu lại dạng .docx.',
    },
  },
  'CLI-OUTPUT': {
    severity: 'error',
    en: 'the output folder {path} cannot be made or written into',
    vi: 'không tạo hoặc không ghi được thư mục kết quả {path}',
    hint: {
      en: 'Choose another folder with --output, or ask for the right to write there; nothing was built.',
      vi: 'Hãy chọn thư mục khác bằng --output hoặc xin quyền ghi; chưa ấn bản nào được tạo.',
    },
  },
  'CLI-OUTPUT-FILE': {
    severity: 'error',
    en: 'the output folder {path} cannot be made: a file stands in its place',
    vi: 'không tạo được thư mục kết quả {path}: một tệp đang chiếm chỗ',
    hint: {
      en: 'Choose another folder with --output, or move that file away; nothing was built.',
      vi: 'Hãy chọn thư mục khác bằng --output hoặc dời tệp đó đi; chưa ấn bản nào được tạo.',
    },
  },
  'CLI-EXISTS': {
    severity: 'error',
    en: '{path} is there already and is not overwritten',
    vi: '{path} đã có sẵn nên không ghi đè',
    hint: {
      en: 'Add --force to overwrite it, or give another name, as in --write other.md.',
      vi: 'Hãy thêm --force để ghi đè, hoặc cho tên khác, ví dụ --write ten-khac.md.',
    },
  },
  'CLI-WRITE-PLACE': {
    severity: 'error',
    en: 'the Markdown of {file} cannot be {path}: it must end in .md and stand beside the text',
    vi: 'bản Markdown của {file} không thể là {path}: tên phải có đuôi .md và nằm cạnh tệp bài',
    hint: {
      en: 'The photos of the text are named from its folder; give a name without a folder.',
      vi: 'Ảnh của bài được gọi tên từ thư mục của bài; hãy chỉ cho tên tệp, không kèm thư mục khác.',
    },
  },
  'CLI-WRITE-WORD': {
    severity: 'error',
    en: 'only a pasted text is written as Markdown, not a Word file: {file}',
    vi: 'chỉ ghi lại bài dán thành Markdown, chưa ghi được tệp Word: {file}',
    hint: {
      en: 'Correct it in Word: what a style says (Title, Heading 1, Caption, …) is never guessed.',
      vi: 'Hãy sửa trong Word: đoạn nào đã đặt kiểu (Title, Heading 1, Caption, …) thì không phải đoán.',
    },
  },
  'CLI-WRITE-KIND': {
    severity: 'error',
    en: 'only a pasted text is written as Markdown; in {file} nothing was guessed',
    vi: 'chỉ ghi lại bài dán thành Markdown; {file} không có gì phải đoán',
    hint: {
      en: 'Edit the file itself: its markup says what each block is.',
      vi: 'Hãy sửa ngay trong tệp này: mã đánh dấu đã nói rõ từng khối.',
    },
  },
  'CLI-WRITE': {
    severity: 'error',
    en: '{path} could not be written',
    vi: 'không ghi được {path}',
    hint: {
      en: 'Is it open in another program, or the disk full? No part of it was left behind.',
      vi: 'Tệp có đang mở trong chương trình khác, hay đĩa đã đầy? Không có phần dở dang nào bị để lại.',
    },
  },
  'CLI-SAME-TEXT': {
    severity: 'warning',
    en: 'not built: {other} stands beside it under the same name, and that is built',
    vi: 'không dựng tệp này: cạnh đó có {other} cùng tên, và tệp đó được dựng',
    hint: {
      en: 'The Markdown is taken for the corrected text. Name this file by itself to build it, or take one of the two away.',
      vi: 'Tệp Markdown được coi là bài đã sửa. Muốn dựng tệp này, hãy ghi tên nó; hoặc bỏ một trong hai.',
    },
  },
  'CLI-SAME-NAME': {
    severity: 'error',
    en: '{path} was already made of {other} in this run, so it is not written again',
    vi: '{path} đã được tạo từ {other} trong lần chạy này nên không ghi đè',
    hint: {
      en: 'Rename one of the two files: the editions take their names from the file.',
      vi: 'Hãy đổi tên một trong hai tệp: các ấn bản lấy tên theo tệp nguồn.',
    },
  },
  'CLI-BUG': {
    severity: 'error',
    en: 'anpham failed by a fault of its own: {message}',
    vi: 'anpham gặp lỗi của chính chương trình: {message}',
    hint: {
      en: 'Nothing of this file was written. Please report it; ANPHAM_DEBUG=1 shows where it happened.',
      vi: 'Chưa ghi gì từ tệp này. Xin hãy báo lỗi; đặt ANPHAM_DEBUG=1 để thấy chỗ xảy ra.',
    },
  },
} satisfies Record<string, CodeEntry>;

let all: Readonly<Record<DiagnosticCode, CodeEntry>> | undefined;

/** The table, read by code; put together for the first message, for most runs have none. */
export function codes(): Readonly<Record<DiagnosticCode, CodeEntry>> {
  return (all ??= { ...table, ...conformanceCodes, ...epubCodes });
}
