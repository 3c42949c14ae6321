/**
 * The predefined schemas: every property that XMP has without a description in the file, with its value
 * type. PDF/A-1 has those of the XMP Specification of January 2004, PDF/A-2 and PDF/A-3 those of September
 * 2005 (ISO 19005-1, 6.7.9; ISO 19005-2, 6.6.2.3.1); both have the identification of PDF/A.
 */
import { byName, type NamesByType } from './names-by-type.js';
import type { Edition } from './value-types.js';

type Schema = readonly [namespace: string, properties: NamesByType];

const base = 'http://ns.adobe.com/xap/1.0/';
const xmp = base;
const paged = `${base}t/pg/`;
const photoshop = 'http://ns.adobe.com/photoshop/1.0/';
const exif = 'http://ns.adobe.com/exif/1.0/';
const pdfaId = 'http://www.aiim.org/pdfa/ns/id/';

/** What both editions have. */
const common: readonly Schema[] = [
  [
    'http://purl.org/dc/elements/1.1/',
    {
      'Bag Locale': 'language',
      'Bag ProperName': 'contributor publisher',
      'Bag Text': 'relation subject type',
      'Lang Alt': 'description rights title',
      MIMEType: 'format',
      'Seq Date': 'date',
      'Seq ProperName': 'creator',
      Text: 'coverage identifier source',
    },
  ],
  [
    xmp,
    {
      AgentName: 'CreatorTool',
      'Alt Thumbnail': 'Thumbnails',
      'Bag Text': 'Identifier',
      'Bag XPath': 'Advisory',
      Date: 'CreateDate MetadataDate ModifyDate',
      Text: 'Nickname',
      URL: 'BaseURL',
    },
  ],
  [
    `${base}rights/`,
    {
      'Bag ProperName': 'Owner',
      Boolean: 'Marked',
      'Lang Alt': 'UsageTerms',
      URL: 'Certificate WebStatement',
    },
  ],
  [
    `${base}mm/`,
    {
      AgentName: 'Manager',
      Integer: 'SaveID',
      RenditionClass: 'RenditionClass',
      ResourceRef: 'DerivedFrom ManagedFrom RenditionOf',
      'Seq ResourceEvent': 'History',
      'Seq Version': 'Versions',
      Text: 'ManagerVariant RenditionParams VersionID',
      URI: 'DocumentID InstanceID ManageTo ManageUI',
      URL: 'LastURL',
    },
  ],
  [`${base}bj/`, { 'Bag Job': 'JobRef' }],
  [paged, { Dimensions: 'MaxPageSize', Integer: 'NPages' }],
  ['http://ns.adobe.com/pdf/1.3/', { AgentName: 'Producer', Text: 'Keywords PDFVersion' }],
  [
    photoshop,
    {
      Date: 'DateCreated',
      Integer: 'Urgency',
      ProperName: 'CaptionWriter',
      Text: `AuthorsPosition Category City Country Credit Headline Instructions Source State
        TransmissionReference`,
    },
  ],
  [
    'http://ns.adobe.com/tiff/1.0/',
    {
      AgentName: 'Software',
      Date: 'DateTime',
      Integer: `Compression ImageLength ImageWidth Orientation PhotometricInterpretation
        PlanarConfiguration ResolutionUnit SamplesPerPixel YCbCrPositioning`,
      'Lang Alt': 'Copyright ImageDescription',
      ProperName: 'Artist Make Model',
      Rational: 'XResolution YResolution',
      'Seq Integer': 'BitsPerSample TransferFunction YCbCrSubSampling',
      'Seq Rational': 'PrimaryChromaticities ReferenceBlackWhite WhitePoint YCbCrCoefficients',
    },
  ],
  [
    exif,
    {
      CFAPattern: 'CFAPattern',
      Date: 'DateTimeDigitized DateTimeOriginal GPSTimeStamp',
      DeviceSettings: 'DeviceSettingDescription',
      Flash: 'Flash',
      GPSCoordinate: 'GPSDestLatitude GPSDestLongitude GPSLatitude GPSLongitude',
      Integer: `ColorSpace Contrast CustomRendered ExposureMode ExposureProgram FileSource
        FocalLengthIn35mmFilm FocalPlaneResolutionUnit GainControl GPSAltitudeRef GPSDifferential
        LightSource MeteringMode PixelXDimension PixelYDimension Saturation SceneCaptureType SceneType
        SensingMethod Sharpness SubjectDistanceRange WhiteBalance`,
      'Lang Alt': 'UserComment',
      'OECF/SFR': 'OECF SpatialFrequencyResponse',
      Rational: `ApertureValue BrightnessValue CompressedBitsPerPixel DigitalZoomRatio ExposureBiasValue
        ExposureIndex ExposureTime FlashEnergy FNumber FocalLength FocalPlaneXResolution
        FocalPlaneYResolution GPSAltitude GPSDestBearing GPSDestDistance GPSDOP GPSImgDirection GPSSpeed
        GPSTrack MaxApertureValue ShutterSpeedValue SubjectDistance`,
      'Seq Integer': 'ComponentsConfiguration ISOSpeedRatings SubjectArea SubjectLocation',
      Text: `ExifVersion FlashpixVersion GPSAreaInformation GPSDestBearingRef GPSDestDistanceRef
        GPSImgDirectionRef GPSMapDatum GPSProcessingMethod GPSSatellites GPSSpeedRef GPSStatus GPSTrackRef
        GPSVersionID ImageUniqueID RelatedSoundFile SpectralSensitivity`,
    },
  ],
  [pdfaId, { Integer: 'part', Text: 'amd conformance' }],
];

const only2004: readonly Schema[] = [
  [photoshop, { Text: 'SupplementalCategories' }],
  [exif, { Integer: 'GPSMeasureMode', Text: 'MakerNote' }],
];

const only2005: readonly Schema[] = [
  [xmp, { Real: 'Rating', Text: 'Label' }],
  [paged, { 'Bag Font': 'Fonts', 'Seq Colorant': 'Colorants', 'Seq Text': 'PlateNames' }],
  [photoshop, { 'Bag Text': 'SupplementalCategories' }],
  [exif, { Text: 'GPSMeasureMode' }],
  [`${exif}aux/`, { Text: 'Lens SerialNumber' }],
  [pdfaId, { Text: 'corr' }],
  [
    'http://ns.adobe.com/xmp/1.0/DynamicMedia/',
    {
      'Bag Media': 'contributedMedia',
      BeatSpliceStretch: 'beatSpliceParams',
      Boolean: 'loop videoAlphaUnityIsTransparent',
      Colorant: 'videoAlphaPremultipleColor',
      Date: 'audioModDate metadataModDate releaseDate shotDate videoModDate',
      Dimensions: 'videoFrameSize',
      Integer: 'audioSampleRate trackNumber',
      ProjectLink: 'projectRef',
      Rational: 'fileDataRate videoPixelAspectRatio',
      Real: 'numberOfBeats tempo',
      ResampleStretch: 'resampleParams',
      'Seq Marker': 'markers',
      Text: `album altTapeName artist audioChannelType audioCompressor audioSampleType composer copyright
        engineer genre instrument key logComment pullDown scaleType scene shotLocation shotName
        speakerPlacement stretchMode tapeName timeSignature videoAlphaMode videoColorSpace videoCompressor
        videoFieldOrder videoFrameRate videoPixelDepth`,
      Time: 'duration introTime outCue relativeTimestamp',
      Timecode: 'altTimecode startTimecode',
      TimeScaleStretch: 'timeScaleParams',
      URI: 'absPeakAudioFilePath relativePeakAudioFilePath',
    },
  ],
  [
    'http://ns.adobe.com/camera-raw-settings/1.0/',
    {
      Boolean: 'AutoBrightness AutoContrast AutoExposure AutoShadows HasCrop HasSettings',
      Integer: `BlueHue BlueSaturation Brightness ChromaticAberrationB ChromaticAberrationR
        ColorNoiseReduction Contrast CropUnits GreenHue GreenSaturation LuminanceSmoothing RedHue
        RedSaturation Saturation ShadowTint Shadows Sharpness Temperature Tint VignetteAmount
        VignetteMidpoint`,
      Real: 'CropAngle CropBottom CropHeight CropLeft CropRight CropTop CropWidth Exposure',
      'Seq Text': 'ToneCurve',
      Text: 'CameraProfile RawFileName ToneCurveName Version WhiteBalance',
    },
  ],
];

const editions: Readonly<Record<Edition, ReadonlyMap<string, string>>> = {
  2004: typesOf([...common, ...only2004]),
  2005: typesOf([...common, ...only2005]),
};

/** `namespace name` → type. */
function typesOf(schemas: readonly Schema[]): ReadonlyMap<string, string> {
  return new Map(
    schemas.flatMap(([namespace, properties]) =>
      [...byName(properties)].map(([name, type]) => [`${namespace} ${name}`, type] as const),
    ),
  );
}

/** The value type of a predefined property; undefined when it is none. */
export function predefinedType(namespace: string, name: string, edition: Edition): string | undefined {
  return editions[edition].get(`${namespace} ${name}`);
}
