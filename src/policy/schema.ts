import { z } from '../base/zod';
import { approvalSchema } from './approval';
import { aboutSchema } from './about';
import { conditionSchema, idSchema, literalSchema, operandSchema, rowsSchema } from './expression';
import { fieldSchema } from './field';
import { overviewSchema } from './overview';
import { listSchema } from './list';
import { settingDeclarationSchema } from './settings';
import { blocksSchema, languages, textSchema, wordingSchema } from './text';
import { valueSchema } from './value';

/** The language version that this code reads and evaluates. It is 0, and may change, until release 1.0.0. */
export const languageVersion = 0;

const many = <Item extends z.core.SomeType>(item: Item, most = 200) => z.array(item).check(z.maxLength(most));
const some = <Item extends z.core.SomeType>(item: Item, most = 200) =>
  z.array(item).check(z.minLength(1), z.maxLength(most));

/** Where a page leads: a page, an outcome, or the outcome that a rule table gives. */
const targetSchema = z.union([idSchema, z.strictObject({ value: idSchema })]);

export const pageSchema = z.strictObject({
  id: idSchema,
  section: idSchema,
  title: wordingSchema,
  help: z.optional(blocksSchema),
  /** Why this is asked, and the ids of the sources that it rests on. */
  why: z.optional(z.strictObject({ text: textSchema, sources: many(idSchema, 20) })),
  guidance: z.optional(many(idSchema, 20)),
  /** Earlier answers, and what was worked out from them, shown on the page: ids of fields and values. */
  recall: z.optional(many(idSchema, 20)),
  /** The page is asked once for each row of a list for which `where` holds (in the row); with no such row it is passed over. */
  each: z.optional(
    z.strictObject({
      over: rowsSchema,
      where: z.optional(conditionSchema),
      /** What one of them is called, as in "Card 2 of 3". */
      one: z.optional(textSchema),
    }),
  ),
  fields: some(fieldSchema, 60),
  /** First match wins; the last row has no condition. */
  next: some(
    z.strictObject({ when: z.optional(conditionSchema), to: targetSchema, because: z.optional(textSchema) }),
    30,
  ),
});

export const conditionRuleSchema = z.strictObject({
  id: idSchema,
  text: wordingSchema,
  owner: idSchema,
  when: conditionSchema,
  due: some(
    z.strictObject({ when: z.optional(conditionSchema), point: idSchema, date: z.optional(operandSchema) }),
    20,
  ),
  /** Names each question that was answered "I'm not sure". */
  names: z.optional(z.literal('unsure')),
});

export const outcomeSchema = z.strictObject({
  id: idSchema,
  title: wordingSchema,
  reason: wordingSchema,
  next: blocksSchema,
  tell: wordingSchema,
  /** By which day those in `tell` are told: first match. Where no row matches there is no fixed day. */
  by: z.optional(some(z.strictObject({ when: z.optional(conditionSchema), date: operandSchema }), 12)),
  /** What goes to them besides the record: each for which `when` holds. */
  attach: z.optional(many(z.strictObject({ when: z.optional(conditionSchema), text: textSchema }), 12)),
  register: wordingSchema,
  signature: z.enum(['required', 'optional', 'none']),
  tone: z.enum(['good', 'fair', 'poor', 'bad']),
  /**
   * A record that came to this is taken up with its gaps alone: what is not known, what the rule read that decided, and
   * what raises conditions due at these points. `settled` fields are no gaps.
   */
  reopen: z.optional(z.strictObject({ raised: many(idSchema, 20), settled: many(idSchema, 20) })),
});

export const registerFieldSchema = z.strictObject({
  id: idSchema,
  section: idSchema,
  label: textSchema,
  /** Whether a published register shows it. */
  public: z.boolean(),
  /** The first of these that has a value; none for a field filled by a later document. */
  from: many(operandSchema, 8),
  /** The outcomes whose every path must fill it; `when` narrows that. */
  requiredFor: many(idSchema, 60),
  when: z.optional(conditionSchema),
});

const shown = {
  id: idSchema,
  label: textSchema,
  from: operandSchema,
  when: z.optional(conditionSchema),
  /** Its texts are those of each of these rows. */
  over: z.optional(rowsSchema),
};
export const shownSchema = z.strictObject(shown);
/** A line that stands with the outcome; one that leads is read right after the recommendation itself. */
export const headlineSchema = z.strictObject({ ...shown, lead: z.optional(z.literal(true)) });
const finding = z.strictObject({ id: idSchema, when: conditionSchema, text: textSchema });
const named = z.strictObject({ id: idSchema, title: textSchema });

/** Advice to read at any time, whether or not something is being assessed. */
export const noteSchema = z.strictObject({
  id: idSchema,
  /** The stage that it helps with; a note on a subject of its own has none. */
  stage: z.optional(idSchema),
  title: textSchema,
  /** One sentence: what the reader will know afterwards. */
  summary: textSchema,
  blocks: blocksSchema,
  sources: many(idSchema, 20),
});

/** One self-contained version of a policy: everything that officers see and everything that decides. */
export const policySchema = z.strictObject({
  $schema: z.optional(z.string()),
  language: z.literal(languageVersion),
  id: idSchema,
  version: z.string().check(z.regex(/^\d{1,4}\.\d{1,4}\.\d{1,4}$/)),
  title: textSchema,
  languages: some(z.enum(languages), 2),
  about: aboutSchema,
  settings: many(settingDeclarationSchema, 120),
  lists: many(listSchema, 100),
  roles: some(
    z.strictObject({
      id: idSchema,
      label: textSchema,
      /** Whoever is written to for it, where that is a role of its own: of a pair, the first. */
      under: z.optional(idSchema),
      /** When it is whoever fills the assessment in. */
      you: z.optional(conditionSchema),
    }),
    60,
  ),
  duePoints: many(z.strictObject({ id: idSchema, label: textSchema }), 20),
  sources: many(z.strictObject({ id: idSchema, text: textSchema }), 200),
  sections: some(named, 30),
  /** The first page: what this is, what to have at hand, how long it takes. */
  welcome: z.strictObject({
    title: textSchema,
    lead: textSchema,
    need: many(textSchema, 12),
    time: textSchema,
    /** What to know before a record is taken up again. */
    again: z.optional(textSchema),
  }),
  /** An invented example, told in enough detail to answer every question of one way through, for those who practise. */
  practice: z.optional(z.strictObject({ title: textSchema, blocks: blocksSchema })),
  /** The fields whose answer names what is assessed; the first that is answered. */
  subject: some(idSchema, 10),
  /** What somebody who is asked for an answer should know about it first. */
  introduction: z.optional(many(z.strictObject({ id: idSchema, label: textSchema, from: operandSchema }), 10)),
  start: idSchema,
  questions: some(pageSchema, 200),
  values: many(valueSchema, 300),
  conditions: many(conditionRuleSchema, 200),
  outcomes: some(outcomeSchema, 60),
  /** The lines that stand with the outcome: timing, rating, tier, review date… */
  headlines: many(headlineSchema, 40),
  /** The headings under which a committee reads what follows from the answers. */
  implications: many(
    z.strictObject({ id: idSchema, title: textSchema, show: many(shownSchema, 20), conditions: many(idSchema, 60) }),
    20,
  ),
  /** Grids of two scales over a list, drawn as a matrix: before action, and after it where that is known. */
  matrices: many(
    z.strictObject({
      id: idSchema,
      title: textSchema,
      over: rowsSchema,
      across: operandSchema,
      down: operandSchema,
      levelsAcross: idSchema,
      levelsDown: idSchema,
      /** What colours an empty cell: this value, in a row whose two fields are at the cell's levels. */
      cell: z.strictObject({ across: idSchema, down: idSchema, band: idSchema }),
    }),
    6,
  ),
  approval: approvalSchema,
  overview: z.optional(overviewSchema),
  register: z.strictObject({ sections: many(named, 30), fields: many(registerFieldSchema, 200) }),
  contradictions: many(finding, 60),
  looks: many(finding, 60),
  limits: many(
    z.strictObject({
      id: idSchema,
      title: textSchema,
      outcomes: some(idSchema, 60),
      when: z.optional(conditionSchema),
      /** Counted up to this page; to the end where it is left out. */
      until: z.optional(idSchema),
      pages: z.optional(z.int()),
      typed: z.optional(z.int()),
    }),
    20,
  ),
  /** Questions for the same thing: no passage may ask two of a group. */
  askedOnce: many(some(idSchema, 10), 60),
  /** What "I'm not sure" must never make lighter: something, and what it can be, from the lightest to the heaviest. */
  caution: many(
    z.strictObject({
      id: idSchema,
      title: textSchema,
      of: operandSchema,
      /** Where it is looked at: two passages are compared where this holds for both. */
      when: z.optional(conditionSchema),
      order: some(some(literalSchema, 60), 20),
    }),
    10,
  ),
  indicators: many(z.strictObject({ id: idSchema, title: textSchema, text: textSchema }), 30),
  declaration: textSchema,
  /** What the form of whoever signs begins with: the first of these that has a value. */
  signer: z.optional(z.strictObject({ service: many(operandSchema, 8) })),
  /** The stages in the life of what is assessed, by which guidance notes are grouped. */
  stages: many(named, 12),
  guidance: many(noteSchema, 60),
});

export type Policy = z.infer<typeof policySchema>;
export type Page = Policy['questions'][number];
export type Outcome = Policy['outcomes'][number];
export type ConditionRule = Policy['conditions'][number];
export type Note = Policy['guidance'][number];
export type Shown = z.infer<typeof shownSchema>;
export type List = Policy['lists'][number];
