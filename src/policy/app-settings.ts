import { contrast, leastContrast } from '../base/colour';
import type { FileAnswer } from './answer';
import type { Settings } from './settings';
import type { Walk } from './walk';

/** The colour of the header's text. */
const textOnBrand = '#ffffff';

/** How well the header's text reads on the council's colour; undefined where the council has none. */
export const brandContrast = ({ app }: Settings): number | undefined =>
  app.brandColour === undefined ? undefined : contrast(app.brandColour, textOnBrand);

/** The council's colour for the header, unless the text on it would be hard to read. */
export const brandColour = (settings: Settings): string | undefined =>
  (brandContrast(settings) ?? 0) >= leastContrast ? settings.app.brandColour : undefined;

/** What may be given as evidence: what the council says, or else 10 MB a file and 25 MB in all. */
export const evidenceRules = ({ app }: Settings): NonNullable<Settings['app']['evidence']> =>
  app.evidence ?? { types: ['application/pdf', 'image/jpeg', 'image/png'], bytesEach: 10e6, bytesAll: 25e6 };

/** The evidence that counts, which a record would enclose: each file once, whatever names and places it is given in. */
export const evidenceIn = ({ model, counted }: Walk): readonly FileAnswer[] => {
  const files = new Map<string, FileAnswer>();
  for (const [key, answer] of counted)
    if (model.places.get(key.split('/')[0] ?? key)?.field.kind === 'file')
      for (const file of answer as readonly FileAnswer[]) if (!files.has(file.sha256)) files.set(file.sha256, file);
  return [...files.values()];
};

/** How many bytes of evidence the council's settings still allow, below 0 where there are too many. */
export const evidenceRoom = (walk: Walk): number =>
  evidenceIn(walk).reduce((left, { size }) => left - size, evidenceRules(walk.model.settings).bytesAll);
