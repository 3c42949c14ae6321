/** What is said of files that break a standard in what `check/pdf/conformance/graphics/` looks at. */
import { conformanceEntries } from './conformance-entries.js';

export const graphicsCodes = conformanceEntries({
  'PDFA-INTENT-PROFILE': {
    en: 'the profile of the output intent (version {version}, class “{class}”, colour space “{space}”) is none of a monitor or printer in grey, RGB or CMYK that this part allows',
    vi: 'hồ sơ màu của output intent (phiên bản {version}, lớp “{class}”, không gian màu “{space}”) không phải hồ sơ màn hình hay máy in xám, RGB hoặc CMYK mà phần này cho phép',
  },
  'PDFA-INTENTS-DIFFER': {
    en: 'the output intents do not share one profile',
    vi: 'các output intent không dùng chung một hồ sơ màu',
  },
  'PDFA-INTENT-ELSEWHERE': {
    en: 'an output intent leads to a profile outside the file (DestOutputProfileRef)',
    vi: 'một output intent dẫn tới hồ sơ màu ngoài tệp (DestOutputProfileRef)',
  },
  'PDFA-ICC-HEADER': {
    en: 'an ICC profile is of a version, class or colour space that is not allowed ({place})',
    vi: 'một hồ sơ ICC có phiên bản, lớp hoặc không gian màu không được phép ({place})',
  },
  'PDFA-ICC-COMPONENTS': {
    en: 'the N of an ICC profile is not the number of its components ({place})',
    vi: 'N của một hồ sơ ICC không bằng số thành phần màu của nó ({place})',
  },
  'PDFA-ICC-REPEATED': {
    en: 'colours are given in the CMYK profile of the output intent or the blending space; they have to be DeviceCMYK ({place})',
    vi: 'màu dùng lại hồ sơ CMYK của output intent hoặc của không gian hòa trộn; phải là DeviceCMYK ({place})',
  },
  'PDFA-OVERPRINT': {
    en: 'overprint mode 1 holds while an ICC-based CMYK colour overprints ({place})',
    vi: 'chế độ in chồng 1 đang bật khi màu CMYK theo ICC in chồng ({place})',
  },
  'PDFA-DEVICE-COLOR': {
    en: '{space} is used, but no output intent or default colour space says which colours it means ({place})',
    vi: 'có dùng {space} mà không có output intent hay không gian màu mặc định nói rõ đó là màu gì ({place})',
  },
  'PDFA-COLORANTS': {
    en: 'a DeviceN colour space uses the ink “{ink}”, which its Colorants do not describe ({place})',
    vi: 'không gian màu DeviceN dùng mực “{ink}” mà Colorants không mô tả ({place})',
  },
  'PDFA-SEPARATIONS-DIFFER': {
    en: 'the ink “{ink}” is described in several ways ({place})',
    vi: 'mực “{ink}” được mô tả theo nhiều cách khác nhau ({place})',
  },
  'PDFA-OPERATOR': {
    en: 'content holds the operator “{operator}”, which there is not in PDF ({place})',
    vi: 'nội dung có toán tử “{operator}” không có trong PDF ({place})',
  },
  'PDFA-RESOURCE-OUTSIDE': {
    en: 'content uses “{name}” ({category}), which its own resources do not have ({place})',
    vi: 'nội dung dùng “{name}” ({category}) không có trong tài nguyên của chính nó ({place})',
  },
  'PDFA-RESOURCE-MISSING': {
    en: 'content uses “{name}” ({category}), which no resources have ({place})',
    vi: 'nội dung dùng “{name}” ({category}) không có trong tài nguyên nào ({place})',
  },
  'PDFA-STATE-KEY': {
    en: 'a graphics state has the key {key}, which is not allowed or not with this value ({place})',
    vi: 'một trạng thái đồ họa có khóa {key} không được phép hoặc không được có giá trị ấy ({place})',
  },
  'PDFA-HALFTONE': {
    en: 'the {key} of a halftone is not allowed ({place})',
    vi: '{key} của một mẫu nửa tông không được phép ({place})',
  },
  'PDFA-RENDERING-INTENT': {
    en: 'the rendering intent “{intent}” is none of the four that there are ({place})',
    vi: 'kiểu tái hiện màu “{intent}” không thuộc bốn kiểu đã định ({place})',
  },
  'PDFA-PICTURE-KEY': {
    en: 'a picture or form has the key {key}, which is not allowed ({place})',
    vi: 'một ảnh hoặc form có khóa {key} không được phép ({place})',
  },
  'PDFA-INTERPOLATE': {
    en: 'a picture asks to be interpolated ({place})',
    vi: 'một ảnh yêu cầu nội suy (Interpolate) ({place})',
  },
  'PDFA-PICTURE-BITS': {
    en: 'a picture has {bits} bits a component ({place})',
    vi: 'một ảnh có {bits} bit mỗi thành phần màu ({place})',
  },
  'PDFA-JPX': {
    en: 'a JPEG 2000 picture has what is not allowed in its header: {fault} ({place})',
    vi: 'ảnh JPEG 2000 có điều không được phép trong phần đầu: {fault} ({place})',
  },
  'PDFA-FORM-KEY': {
    en: 'a form XObject has the key {key}, which is not allowed ({place})',
    vi: 'một form XObject có khóa {key} không được phép ({place})',
  },
  'PDFA-FORM-OPI': {
    en: 'a form XObject has the key OPI ({place})',
    vi: 'một form XObject có khóa OPI ({place})',
  },
  'PDFA-REFERENCE-OBJECT': {
    en: 'a form XObject stands for a page of another file (Ref) ({place})',
    vi: 'một form XObject thế chỗ cho trang của tệp khác (Ref) ({place})',
  },
  'PDFA-POSTSCRIPT': {
    en: 'content paints a PostScript XObject ({place})',
    vi: 'nội dung vẽ một PostScript XObject ({place})',
  },
  'PDFUA-FORM-AGAIN': {
    en: 'a form XObject whose content belongs to structure elements is painted more than once ({place})',
    vi: 'một form XObject có nội dung thuộc cây cấu trúc được vẽ hơn một lần ({place})',
  },
  'PDFA-TRANSPARENCY': {
    en: 'something is transparent ({key}), which this part does not allow ({place})',
    vi: 'có phần trong suốt ({key}) mà phần này không cho phép ({place})',
  },
  'PDFA-BLEND-MODE': {
    en: 'the blend mode “{mode}” is none that there is in PDF ({place})',
    vi: 'kiểu hòa trộn “{mode}” không có trong PDF ({place})',
  },
  'PDFA-BLENDING-SPACE': {
    en: 'page {page} has something transparent ({key}), but neither an output intent nor a blending colour space',
    vi: 'trang {page} có phần trong suốt ({key}) mà không có output intent hay không gian màu hòa trộn',
  },
});
