import { parseShape, type ShapeCode } from '../base/shape';
import type { Result } from '../base/result';
import { z } from '../base/zod';

const path = z.string().check(
  z.regex(/^[a-z0-9][a-zA-Z0-9._/-]{0,200}\.json$/),
  z.refine((text) => !text.includes('..')),
);
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

const catalogueSchema = z.strictObject({
  format: z.literal('index/0'),
  policies: z
    .array(z.strictObject({ id: z.string(), version: z.string(), path, sha256 }))
    .check(z.minLength(1), z.maxLength(500)),
  settings: z
    .array(z.strictObject({ id: z.string(), example: z.boolean(), path, sha256 }))
    .check(z.minLength(1), z.maxLength(100)),
});

/** `decision-trees/index.json`: the policies and settings of a site, each with the hash of its canonical form. */
export type Catalogue = z.infer<typeof catalogueSchema>;

export const parseCatalogue = (value: unknown): Result<Catalogue, ShapeCode> => parseShape(catalogueSchema, value);

const numbers = (version: string): readonly number[] => version.split('.').map(Number);

const compareVersions = (a: string, b: string): number => {
  const [left, right] = [numbers(a), numbers(b)];
  return left.map((part, index) => part - (right[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
};

/** The newest version of each policy. */
export const newestPolicies = (catalogue: Catalogue): Catalogue['policies'] =>
  catalogue.policies.filter((one) =>
    catalogue.policies.every((other) => other.id !== one.id || compareVersions(one.version, other.version) >= 0),
  );

/** The settings that hold for the site: the council's own, or the example where there are no others. */
export const siteSettings = (catalogue: Catalogue): Catalogue['settings'][number] | undefined =>
  catalogue.settings.find((one) => !one.example) ?? catalogue.settings[0];
