/**
 * What an SVG picture may hold: elements and attributes of SVG 1.1 and 2 that draw. What runs, moves, embeds
 * pages or fetches is not among them.
 */

const words = (text: string): readonly string[] => text.trim().split(/\s+/);

/** Elements that draw, group and describe. */
export const svgElements: ReadonlySet<string> = new Set(
  words(`svg g defs symbol use switch title desc style path rect circle ellipse line polyline polygon text tspan
    textPath linearGradient radialGradient stop clipPath mask pattern marker image filter feBlend feColorMatrix
    feComponentTransfer feComposite feConvolveMatrix feDiffuseLighting feDisplacementMap feDistantLight
    feDropShadow feFlood feFuncA feFuncB feFuncG feFuncR feGaussianBlur feMerge feMergeNode feMorphology feOffset
    fePointLight feSpecularLighting feSpotLight feTile feTurbulence`),
);

/** Elements of SVG whose loss changes nothing that is seen. */
export const svgSilent: ReadonlySet<string> = new Set(['metadata']);

/** Attributes without a namespace. */
export const svgAttributes: ReadonlySet<string> = new Set(
  words(`id class style lang role tabindex viewBox version baseProfile preserveAspectRatio x y width height
    transform d pathLength cx cy r rx ry x1 y1 x2 y2 points dx dy rotate textLength lengthAdjust startOffset method
    spacing side gradientUnits gradientTransform spreadMethod fx fy fr offset clipPathUnits maskUnits
    maskContentUnits patternUnits patternContentUnits patternTransform markerUnits markerWidth markerHeight refX
    refY orient type media requiredFeatures requiredExtensions systemLanguage href
    alignment-baseline baseline-shift clip clip-path clip-rule color color-interpolation
    color-interpolation-filters color-rendering direction display dominant-baseline fill fill-opacity fill-rule
    filter flood-color flood-opacity font font-family font-size font-size-adjust font-stretch font-style
    font-variant font-weight glyph-orientation-horizontal glyph-orientation-vertical image-rendering
    isolation kerning letter-spacing lighting-color marker marker-end marker-mid marker-start mask mask-type
    mix-blend-mode opacity overflow paint-order shape-rendering stop-color stop-opacity stroke stroke-dasharray
    stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity stroke-width text-anchor
    text-decoration text-rendering unicode-bidi vector-effect visibility white-space word-spacing writing-mode
    filterUnits primitiveUnits in in2 result mode values operator k1 k2 k3 k4 order kernelMatrix divisor bias
    targetX targetY edgeMode kernelUnitLength preserveAlpha surfaceScale diffuseConstant scale xChannelSelector
    yChannelSelector azimuth elevation stdDeviation radius z pointsAtX pointsAtY pointsAtZ specularConstant
    specularExponent limitingConeAngle baseFrequency numOctaves seed stitchTiles tableValues slope intercept
    amplitude exponent`),
);
