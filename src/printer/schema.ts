/**
 * What a printer's YAML file may say, as one schema. The JSON Schema of the package
 * (`schema/printer.schema.json`) is made from it, so that editors complete and explain the keys.
 */
import * as z from 'zod/mini';

/** A schema with words that an editor shows. */
function said<Schema extends z.core.$ZodType>(description: string, schema: Schema): Schema {
  z.globalRegistry.add(schema, { description });
  return schema;
}

const text = (description: string) => said(description, z.string().check(z.minLength(1)));
const amount = (description: string, least: number, most: number) =>
  said(description, z.number().check(z.gte(least), z.lte(most)));

const marks = z.array(z.enum(['crop', 'cross', 'info']));

export const printerFile = z.strictObject({
  $schema: z.optional(z.string()),
  name: said(
    'What it is called, in Vietnamese and English.',
    z.strictObject({ vi: z.string(), en: z.string() }),
  ),
  intent: said(
    'The printing condition, as the output intent of the file says it.',
    z.strictObject({
      profile: text('The ICC profile: a file beside this one, or icc:NAME of the package.'),
      condition: text('Name of the condition in the registry, such as FOGRA39, or Custom.'),
      registry: z.optional(text('Where that name is explained: http://www.color.org.')),
      info: text('The condition in words.'),
      paper: z.optional(text('Paper and process in words.')),
    }),
  ),
  ink: z.strictObject({
    limit: amount('All inks on one spot, percent.', 100, 400),
    richFrom: amount('The least size of text and rules in black with other inks, pt.', 0, 200),
  }),
  photos: z
    .strictObject({
      colours: said('Photos keep their profiles, or are turned into the inks.', z.enum(['keep', 'convert'])),
      rendering: said(
        'How they are turned: the whole gamut made smaller, or colours kept where they can be.',
        z.enum(['perceptual', 'relative']),
      ),
      least: amount('Pixels an inch under which they show.', 30, 1200),
      wanted: amount('Pixels an inch that the file carries at most.', 72, 2400),
    })
    .check(z.refine(({ least, wanted }) => least <= wanted, { path: ['wanted'], error: '≥ photos.least' })),
  bleed: amount('How far colour goes on beyond the cut, mm.', 0, 20),
  marks: said('Marks beside the page: crop, cross (register), info (page information).', marks),
  margin: z._default(amount('The edge of the sheet that stays white, mm.', 0, 50), 0),
});

export type PrinterFile = z.infer<typeof printerFile>;

/** The JSON Schema (draft 2020-12) of the file. */
export function printerSchema(): unknown {
  return { ...z.toJSONSchema(printerFile, { io: 'input' }), title: 'anpham printer' };
}
