/**
 * Encodings by names of glyphs (ISO 32000-1, Annex D; Adobe Technical Note 5176, appendix B): each list
 * says from which code on its names stand, and a number between them skips to that code.
 */
const standard = `
32 space exclam quotedbl numbersign dollar percent ampersand quoteright parenleft parenright asterisk plus
comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal
greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright
asciicircum underscore quoteleft a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar
braceright asciitilde 161 exclamdown cent sterling fraction yen florin section currency quotesingle
quotedblleft guillemotleft guilsinglleft guilsinglright fi fl 177 endash dagger daggerdbl periodcentered 182
paragraph bullet quotesinglbase quotedblbase quotedblright guillemotright ellipsis perthousand 191
questiondown 193 grave acute circumflex tilde macron breve dotaccent dieresis 202 ring cedilla 205
hungarumlaut ogonek caron emdash 225 AE 227 ordfeminine 232 Lslash Oslash OE ordmasculine 241 ae 245
dotlessi 248 lslash oslash oe germandbls
`;

const winAnsi = `
32 space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus
comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal
greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright
asciicircum underscore grave a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright
asciitilde bullet Euro bullet quotesinglbase florin quotedblbase ellipsis dagger daggerdbl circumflex
perthousand Scaron guilsinglleft OE bullet Zcaron bullet bullet quoteleft quoteright quotedblleft
quotedblright bullet endash emdash tilde trademark scaron guilsinglright oe bullet zcaron Ydieresis space
exclamdown cent sterling currency yen brokenbar section dieresis copyright ordfeminine guillemotleft
logicalnot hyphen registered macron degree plusminus twosuperior threesuperior acute mu paragraph
periodcentered cedilla onesuperior ordmasculine guillemotright onequarter onehalf threequarters questiondown
Agrave Aacute Acircumflex Atilde Adieresis Aring AE Ccedilla Egrave Eacute Ecircumflex Edieresis Igrave
Iacute Icircumflex Idieresis Eth Ntilde Ograve Oacute Ocircumflex Otilde Odieresis multiply Oslash Ugrave
Uacute Ucircumflex Udieresis Yacute Thorn germandbls agrave aacute acircumflex atilde adieresis aring ae
ccedilla egrave eacute ecircumflex edieresis igrave iacute icircumflex idieresis eth ntilde ograve oacute
ocircumflex otilde odieresis divide oslash ugrave uacute ucircumflex udieresis yacute thorn ydieresis
`;

const macRoman = `
32 space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus
comma hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal
greater question at A B C D E F G H I J K L M N O P Q R S T U V W X Y Z bracketleft backslash bracketright
asciicircum underscore grave a b c d e f g h i j k l m n o p q r s t u v w x y z braceleft bar braceright
asciitilde 128 Adieresis Aring Ccedilla Eacute Ntilde Odieresis Udieresis aacute agrave acircumflex
adieresis atilde aring ccedilla eacute egrave ecircumflex edieresis iacute igrave icircumflex idieresis
ntilde oacute ograve ocircumflex odieresis otilde uacute ugrave ucircumflex udieresis dagger degree cent
sterling section bullet paragraph germandbls registered copyright trademark acute dieresis notequal AE
Oslash infinity plusminus lessequal greaterequal yen mu partialdiff summation product pi integral
ordfeminine ordmasculine Omega ae oslash questiondown exclamdown logicalnot radical florin approxequal Delta
guillemotleft guillemotright ellipsis space Agrave Atilde Otilde OE oe endash emdash quotedblleft
quotedblright quoteleft quoteright divide lozenge ydieresis Ydieresis fraction currency guilsinglleft
guilsinglright fi fl daggerdbl periodcentered quotesinglbase quotedblbase perthousand Acircumflex
Ecircumflex Aacute Edieresis Egrave Iacute Icircumflex Idieresis Igrave Oacute Ocircumflex apple Ograve
Uacute Ucircumflex Ugrave dotlessi circumflex tilde macron breve dotaccent ring cedilla hungarumlaut ogonek
caron
`;

const macExpert = `
32 space exclamsmall Hungarumlautsmall centoldstyle dollaroldstyle dollarsuperior ampersandsmall Acutesmall
parenleftsuperior parenrightsuperior twodotenleader onedotenleader comma hyphen period fraction zerooldstyle
oneoldstyle twooldstyle threeoldstyle fouroldstyle fiveoldstyle sixoldstyle sevenoldstyle eightoldstyle
nineoldstyle colon semicolon 61 threequartersemdash 63 questionsmall 68 Ethsmall 71 onequarter onehalf
threequarters oneeighth threeeighths fiveeighths seveneighths onethird twothirds 86 ff fi fl ffi ffl
parenleftinferior 93 parenrightinferior Circumflexsmall hypheninferior Gravesmall Asmall Bsmall Csmall
Dsmall Esmall Fsmall Gsmall Hsmall Ismall Jsmall Ksmall Lsmall Msmall Nsmall Osmall Psmall Qsmall Rsmall
Ssmall Tsmall Usmall Vsmall Wsmall Xsmall Ysmall Zsmall colonmonetary onefitted rupiah Tildesmall 129
asuperior centsuperior 135 Aacutesmall Agravesmall Acircumflexsmall Adieresissmall Atildesmall Aringsmall
Ccedillasmall Eacutesmall Egravesmall Ecircumflexsmall Edieresissmall Iacutesmall Igravesmall
Icircumflexsmall Idieresissmall Ntildesmall Oacutesmall Ogravesmall Ocircumflexsmall Odieresissmall
Otildesmall Uacutesmall Ugravesmall Ucircumflexsmall Udieresissmall 161 eightsuperior fourinferior
threeinferior sixinferior eightinferior seveninferior Scaronsmall 169 centinferior twoinferior 172
Dieresissmall 174 Caronsmall osuperior fiveinferior 178 commainferior periodinferior Yacutesmall 182
dollarinferior 185 Thornsmall 187 nineinferior zeroinferior Zcaronsmall AEsmall Oslashsmall
questiondownsmall oneinferior Lslashsmall 201 Cedillasmall 207 OEsmall figuredash hyphensuperior 214
exclamdownsmall 216 Ydieresissmall 218 onesuperior twosuperior threesuperior foursuperior fivesuperior
sixsuperior sevensuperior ninesuperior zerosuperior 228 esuperior rsuperior tsuperior 233 isuperior
ssuperior dsuperior 241 lsuperior Ogoneksmall Brevesmall Macronsmall bsuperior nsuperior msuperior
commasuperior periodsuperior Dotaccentsmall Ringsmall
`;

const symbol = `
32 space exclam universal numbersign existential percent ampersand suchthat parenleft parenright
asteriskmath plus comma minus period slash zero one two three four five six seven eight nine colon semicolon
less equal greater question congruent Alpha Beta Chi Delta Epsilon Phi Gamma Eta Iota theta1 Kappa Lambda Mu
Nu Omicron Pi Theta Rho Sigma Tau Upsilon sigma1 Omega Xi Psi Zeta bracketleft therefore bracketright
perpendicular underscore radicalex alpha beta chi delta epsilon phi gamma eta iota phi1 kappa lambda mu nu
omicron pi theta rho sigma tau upsilon omega1 omega xi psi zeta braceleft bar braceright similar 160 Euro
Upsilon1 minute lessequal fraction infinity florin club diamond heart spade arrowboth arrowleft arrowup
arrowright arrowdown degree plusminus second greaterequal multiply proportional partialdiff bullet divide
notequal equivalence approxequal ellipsis arrowvertex arrowhorizex carriagereturn aleph Ifraktur Rfraktur
weierstrass circlemultiply circleplus emptyset intersection union propersuperset reflexsuperset notsubset
propersubset reflexsubset element notelement angle gradient registerserif copyrightserif trademarkserif
product radical dotmath logicalnot logicaland logicalor arrowdblboth arrowdblleft arrowdblup arrowdblright
arrowdbldown lozenge angleleft registersans copyrightsans trademarksans summation parenlefttp parenleftex
parenleftbt bracketlefttp bracketleftex bracketleftbt bracelefttp braceleftmid braceleftbt braceex 241
angleright integral integraltp integralex integralbt parenrighttp parenrightex parenrightbt bracketrighttp
bracketrightex bracketrightbt bracerighttp bracerightmid bracerightbt
`;

const expert = `
32 space exclamsmall Hungarumlautsmall 36 dollaroldstyle dollarsuperior ampersandsmall Acutesmall
parenleftsuperior parenrightsuperior twodotenleader onedotenleader comma hyphen period fraction zerooldstyle
oneoldstyle twooldstyle threeoldstyle fouroldstyle fiveoldstyle sixoldstyle sevenoldstyle eightoldstyle
nineoldstyle colon semicolon commasuperior threequartersemdash periodsuperior questionsmall 65 asuperior
bsuperior centsuperior dsuperior esuperior 73 isuperior 76 lsuperior msuperior nsuperior osuperior 82
rsuperior ssuperior tsuperior 86 ff fi fl ffi ffl parenleftinferior 93 parenrightinferior Circumflexsmall
hyphensuperior Gravesmall Asmall Bsmall Csmall Dsmall Esmall Fsmall Gsmall Hsmall Ismall Jsmall Ksmall
Lsmall Msmall Nsmall Osmall Psmall Qsmall Rsmall Ssmall Tsmall Usmall Vsmall Wsmall Xsmall Ysmall Zsmall
colonmonetary onefitted rupiah Tildesmall 161 exclamdownsmall centoldstyle Lslashsmall 166 Scaronsmall
Zcaronsmall Dieresissmall Brevesmall Caronsmall 172 Dotaccentsmall 175 Macronsmall 178 figuredash
hypheninferior 182 Ogoneksmall Ringsmall Cedillasmall 188 onequarter onehalf threequarters questiondownsmall
oneeighth threeeighths fiveeighths seveneighths onethird twothirds 200 zerosuperior onesuperior twosuperior
threesuperior foursuperior fivesuperior sixsuperior sevensuperior eightsuperior ninesuperior zeroinferior
oneinferior twoinferior threeinferior fourinferior fiveinferior sixinferior seveninferior eightinferior
nineinferior centinferior dollarinferior periodinferior commainferior Agravesmall Aacutesmall
Acircumflexsmall Atildesmall Adieresissmall Aringsmall AEsmall Ccedillasmall Egravesmall Eacutesmall
Ecircumflexsmall Edieresissmall Igravesmall Iacutesmall Icircumflexsmall Idieresissmall Ethsmall Ntildesmall
Ogravesmall Oacutesmall Ocircumflexsmall Otildesmall Odieresissmall OEsmall Oslashsmall Ugravesmall
Uacutesmall Ucircumflexsmall Udieresissmall Yacutesmall Thornsmall Ydieresissmall
`;

/** Code → name of glyph; nothing where a code has none. */
export type Encoding = readonly (string | undefined)[];

const lists = {
  StandardEncoding: standard,
  WinAnsiEncoding: winAnsi,
  MacRomanEncoding: macRoman,
  MacExpertEncoding: macExpert,
  SymbolEncoding: symbol,
  ExpertEncoding: expert,
} as const;

export type EncodingName = keyof typeof lists;

const made = new Map<EncodingName, Encoding>();

/** True for an encoding that a font dictionary can name (9.6.6, table 114). */
export function isBaseEncoding(name: string | undefined): name is EncodingName {
  return name !== undefined && /^(?:Standard|WinAnsi|MacRoman|MacExpert)Encoding$/.test(name);
}

/** An encoding by its name. */
export function encodingOf(name: EncodingName): Encoding {
  const known = made.get(name);
  if (known) return known;
  const encoding: (string | undefined)[] = Array<undefined>(256).fill(undefined);
  let code = 0;
  for (const word of lists[name].trim().split(/\s+/)) {
    if (/^\d+$/.test(word)) code = Number(word);
    else encoding[code++] = word;
  }
  made.set(name, encoding);
  return encoding;
}
