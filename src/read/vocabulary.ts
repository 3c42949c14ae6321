/**
 * The words by which blocks of a newspaper are known: openers of captions and of text, page furniture,
 * sections, interviews, letters, boxes, related links. Patterns of lines as met in Vietnamese papers and on
 * their sites; every one is anchored or bounded, so that a long line costs no more than its length.
 */

/** Lines of a page that are no part of any article, whole. */
export const junk =
  /^(?:nhảy đến nội dung|(?:viết|gửi|xem thêm) bình luận|bình luận(?: ?\(\d+\))?|\d+ bình luận|ý kiến bạn đọc.{0,12}|(?:tin|bài|các tin|các bài) (?:cùng (?:chuyên )?mục|liên quan|nổi bật|khác|mới(?: hơn| nhất)?|cũ hơn|đọc nhiều)|bạn đọc (?:phản hồi|bình luận)|xem thêm|đọc thêm|đọc tiếp|chia sẻ ?:?|\{\w+\}|in bài viết|in trang|gửi bài viết|lưu bài|lượt (?:xem|truy cập) ?: ?[\d.,]+|[\d.,]+ lượt xem|(?:từ khóa|tags?|chủ đề) ?:.{0,120}|từ khóa|\d+:\d{2} ?\/ ?\d+:\d{2}|\d+ (?:phút|giờ|ngày) trước ?(?:bài gốc)?|trở về đầu trang|lên đầu trang|quay lại|về trang chủ|trang chủ(?: ?[»>/|] ?.{1,60})?|facebook|zalo|twitter|\[?(?:quảng cáo|advertisement)\]?|(?:tiếng nói|cơ quan) (?:của|ngôn luận của) (?:đảng bộ|đảng cộng sản).{5,120})$/iu;
/** Heads of lists of other articles: the lines below them are links. */
export const relatedHead =
  /^(?:(?:tin|bài|các tin|các bài) (?:cùng (?:chuyên )?mục|liên quan|nổi bật|khác|mới(?: hơn| nhất)?|cũ hơn|đọc nhiều)|xem thêm|đọc thêm)\s*:?$/iu;
/** Lines that point to another article. */
export const related =
  /^(?:(?:xem|đọc) thêm|(?:tin|bài) liên quan|mời (?:bạn |độc giả |quý vị )?(?:đọc|xem))\s*:\s*\S|^(?:>{1,3}|»|►|▶|➤)\s*\S/iu;

/** File names, cameras' numbers, `<title> ảnh 1`, `<title> -0`. */
export const imageFile =
  /^(?:(?:[A-Z]:\\|\/)?[^\n]{0,120}[\w-]\.(?:jpe?g|png|gif|webp|bmp|heic)|(?:IMG|DSC|DSCN|DSCF|PXL|VID)[ _-]?\d{2,}[\w-]*|.{3,200} ảnh \d{1,2}|.{10,200} -\d{1,2})$/u;

const sections =
  'thời sự|tin tức|chính trị|xã hội|kinh tế|văn hóa|văn hoá|giáo dục|y tế|sức khỏe|sức khoẻ|pháp luật|thể thao|giải trí|du lịch|quốc tế|thế giới|quốc phòng|an ninh|đời sống|khoa học|công nghệ|môi trường|nông nghiệp|nông thôn mới|xây dựng đảng|bạn đọc|văn nghệ|phóng sự|trong nước|trong tỉnh|bất động sản|xe|tài chính|đất và người';
/** The name of a section, two names with a dash, or a line that says it is one. */
export const section = new RegExp(
  `^(?:(?:${sections})(?: ?[-–&] ?(?:${sections}))?|đất và người.{0,20}|chuyên mục ?:.{1,60})$`,
  'iu',
);
/** A section's name in front of a headline on the same line: `KINH TẾ . TX. PHÚ MỸ: …`. */
export const gluedSection = new RegExp(
  `^(?:${sections})(?: ?[-–&] ?(?:${sections}))?\\s*(?:\\.(?=\\s)|[|»>])\\s*(?=\\S)`,
  'iu',
);

export const captionOpener =
  /^(?:(?:quang|toàn) cảnh|(?:các )?đại biểu|(?:các )?đồng chí|lãnh đạo|ông |bà |anh |chị |chủ tịch|phó chủ tịch|bí thư|phó bí thư|thủ tướng|tổng bí thư|(?:đại|trung|thiếu|thượng) (?:tướng|tá)|một (?:góc|tiết mục|cảnh)|người dân|học sinh|cán bộ|ảnh |hình ảnh|trao |tặng )/iu;
export const captionAction =
  /(?:phát biểu|trao (?:quà|bằng|thưởng|giải|tặng)|tặng (?:quà|hoa|bằng)|chụp ảnh|kiểm tra|tham quan|chúc mừng|bắt tay|dự (?:hội nghị|lễ)|tại (?:hội nghị|buổi|lễ|hội thảo|đại hội|cuộc))/iu;
export const discourseOpener =
  /^(?:tuy|bước đầu|qua đó|theo đó|bên cạnh|ngoài ra|đồng thời|trong đó|do đó|vì vậy|vì thế|cùng với|nhân dịp|tại |trong |năm |ngày |sáng |chiều |tối |sau |trước |kết quả|theo |để |với |từ |hiện[ ,]|hậu quả|dự kiến|được biết|như vậy|mặt khác|cụ thể|đến nay|đây là|không chỉ|phát biểu )/iu;

/**
 * Words of who tells, argues or looks back. Of 2,618 captions and 18,558 sentences that end in a full stop,
 * 13 to 16 syllables long, 62 % of the captions and 21 % of the sentences have none of them.
 */
export const telling =
  /(?<![\p{L}\p{N}])(?:tuy|tôi|ta|đó|nói|này|cũng|họ|đây|khoảng|thì|nên|rằng|theo|nhưng|biết|mà|sẽ|đã|còn|là|chưa|vì|không|chỉ|có|mình|rất|phải|nếu|vẫn|lại|hơn|để|dù|bởi|cần)(?![\p{L}\p{N}])/iu;

/** A reporter asks: `PV: …`. */
export const reporter =
  /^(?:pv|p\.v\.?|phóng viên(?: \p{Lu}[\p{L} ]{1,30})?|hỏi|nhà báo(?: \p{Lu}[\p{L} ]{1,30})?)\s*:\s*\S/iu;
/** Somebody else speaks: `Trả lời: …`, `Tổng Bí thư, Chủ tịch nước: …`. */
export const speaker = /^(?:trả lời|đáp|\p{Lu}[\p{L}.,()\-–— ]{1,70})\s*:\s+\S/u;
/** How interviews end. */
export const thanks = /^(?:[-–—+]\s*)?(?:xin )?(?:trân trọng |chân thành )?cảm ơn /iu;

/** A place and a day head a letter or a document: `Hà Nội, ngày 21/10/2019`. */
export const letterDate =
  /^\p{Lu}[\p{L}.\- ]{1,30},\s*(?:ngày\s+)?\d{1,2}\s*(?:[/.-]\s*\d{1,2}\s*[/.-]\s*\d{4}|tháng\s+\d{1,2}(?:\s*[,]?\s*năm\s+\d{4})?)\.?$/u;
export const salutation =
  /^(?:kính gửi|kính thưa|thân gửi|gửi các)(?=[\s:]).{1,100}$|^.{2,80}(?:thân mến|thân yêu|kính mến|yêu quý|quý mến)\s*[,!:]$/iu;
/** Lines of a signature: `(Đã ký)`, `TM. ỦY BAN NHÂN DÂN`, `KT. CHỦ TỊCH`. */
export const signed = /^(?:\(?đã ký\)?|\(?ký tên\)?.{0,20}|(?:TM|KT|TL|TUQ|Q)\.\s*\p{Lu}.{1,60})$/iu;
/** Offices that stand above the name of who signs. */
export const signingOffice =
  /^(?:(?:phó )?(?:tổng bí thư|bí thư|chủ tịch|thủ tướng|giám đốc|hiệu trưởng|trưởng ban|chánh văn phòng|bộ trưởng|chủ nhiệm|viện trưởng|tổng biên tập)(?: [\p{L} ]{1,40})?)$/iu;

/** A frame beside the article begins. */
export const box =
  /^(?:box|hộp|khung|hộp thông tin|thông tin thêm|bối cảnh|hồ sơ|đôi nét về|tiểu sử|vài nét về|những điều cần biết)(?=[\s:]|$)/iu;

/** Marks at the head of a list's item: `1/ 1. 1) a) - + • *`. */
export const enumerator = /^(?:\d{1,2}\s*[./)](?=\s|\p{L})|\p{Ll}\)|[-–—+•*·▪■](?=\s|\p{L}))/u;
export const dash = /^[-–—+](?=\s|\p{L}|["“])/u;
/** `I. …`, `2. …`, `3/ …`: may head a part. */
export const numbered = /^(?:[IVX]+|\d{1,2})\s*[./)-]\s*\p{L}/u;
/** A note at the foot of the text: `(*) …`, `(1) …`. */
export const footnote = /^\((?:\*{1,3}|\d{1,2})\)\s*\S/u;
/** What a table leaves behind a line that stood in it. */
export const cellEnd = /\s\|$/u;
/** Announces verse. */
export const announcesVerse = /(?:thơ|ca dao|câu hát|bài hát|lời hát|câu ca|vần|đọc rằng|hò|ví)/iu;
/** Announces photos: `Một số hình ảnh tại buổi lễ:`. */
export const announcesPhotos = /(?:^|\s)ảnh(?:\s|:)/iu;
