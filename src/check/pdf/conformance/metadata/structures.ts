/** The structures among the value types of XMP: their fields, and the namespace these are in. */
import { byName, type NamesByType } from './names-by-type.js';

export interface Structure {
  readonly namespace: string;
  /** The edition of the XMP Specification that has it first. */
  readonly since: 2004 | 2005;
  /** Field → type. Without fields, any text. */
  readonly fields: ReadonlyMap<string, string>;
}

const base = 'http://ns.adobe.com/xap/1.0/';
const exif = 'http://ns.adobe.com/exif/1.0/';
const dynamicMedia = 'http://ns.adobe.com/xmp/1.0/DynamicMedia/';

type Row = readonly [name: string, namespace: string, since: 2004 | 2005, fields: NamesByType];

const rows: readonly Row[] = [
  ['Dimensions', `${base}sType/Dimensions#`, 2004, { Real: 'w h', Text: 'unit' }],
  ['Thumbnail', `${base}g/img/`, 2004, { Integer: 'height width', Text: 'format image' }],
  ['Job', `${base}sType/Job#`, 2004, { Text: 'name id', URL: 'url' }],
  [
    'ResourceRef',
    `${base}sType/ResourceRef#`,
    2004,
    {
      AgentName: 'manager',
      RenditionClass: 'renditionClass',
      Text: 'versionID renditionParams managerVariant',
      URI: 'instanceID documentID manageTo manageUI',
    },
  ],
  [
    'ResourceEvent',
    `${base}sType/ResourceEvent#`,
    2004,
    { AgentName: 'softwareAgent', Date: 'when', Text: 'action parameters', URI: 'instanceID' },
  ],
  [
    'Version',
    `${base}sType/Version#`,
    2004,
    { Date: 'modifyDate', ProperName: 'modifier', ResourceEvent: 'event', Text: 'comments version' },
  ],
  ['Flash', exif, 2004, { Boolean: 'Fired Function RedEyeMode', Integer: 'Return Mode' }],
  ['OECF/SFR', exif, 2004, { Integer: 'Columns Rows', 'Seq Text': 'Names', 'Seq Rational': 'Values' }],
  ['CFAPattern', exif, 2004, { Integer: 'Columns Rows', 'Seq Integer': 'Values' }],
  ['DeviceSettings', exif, 2004, { Integer: 'Columns Rows', 'Seq Text': 'Settings' }],
  [
    'Font',
    `${base}sType/Font#`,
    2005,
    {
      Boolean: 'composite',
      'Seq Text': 'childFontFiles',
      Text: 'fontName fontFamily fontFace fontType versionString fontFileName',
    },
  ],
  [
    'Colorant',
    `${base}g/`,
    2005,
    { Integer: 'red green blue A B', Real: 'cyan magenta yellow black L', Text: 'swatchName mode type' },
  ],
  ['Time', dynamicMedia, 2005, { Integer: 'value', Rational: 'scale' }],
  ['Timecode', dynamicMedia, 2005, { Text: 'timeValue timeFormat' }],
  [
    'Marker',
    dynamicMedia,
    2005,
    { Text: 'comment name target type', Time: 'startTime duration', URI: 'location' },
  ],
  [
    'Media',
    dynamicMedia,
    2005,
    { Boolean: 'managed', Text: 'track', Time: 'startTime duration', URI: 'path webStatement' },
  ],
  ['ProjectLink', dynamicMedia, 2005, { Text: 'type', URI: 'path' }],
  ['ResampleStretch', dynamicMedia, 2005, { Text: 'quality' }],
  ['TimeScaleStretch', dynamicMedia, 2005, { Real: 'frameSize frameOverlappingPercentage', Text: 'quality' }],
  [
    'BeatSpliceStretch',
    dynamicMedia,
    2005,
    { Boolean: 'useFileBeatsMarker', Real: 'riseInDecibel', Time: 'riseInTimeDuration' },
  ],
];

/** By name in small letters. */
export const structures: ReadonlyMap<string, Structure> = new Map(
  rows.map(([name, namespace, since, fields]) => [
    name.toLowerCase(),
    { namespace, since, fields: byName(fields) },
  ]),
);
