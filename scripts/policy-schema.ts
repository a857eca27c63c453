// JSON Schemas (draft 2020-12) of policies and settings, for editors. Written by `npm run policy -- schema`.
import { z } from '../src/base/zod';
import { conditionSchema, idSchema, literalSchema, operandSchema, rowsSchema } from '../src/policy/expression';
import { fieldSchema, optionSchema, simpleFieldSchema } from '../src/policy/field';
import { isoDateSchema } from '../src/policy/about';
import { listSchema } from '../src/policy/list';
import {
  conditionRuleSchema,
  noteSchema,
  outcomeSchema,
  pageSchema,
  policySchema,
  registerFieldSchema,
  shownSchema,
} from '../src/policy/schema';
import { settingDeclarationSchema, settingItemSchema, settingsSchema } from '../src/policy/settings';
import { blocksSchema, textSchema, wordingSchema } from '../src/policy/text';
import { valueSchema } from '../src/policy/value';
import { words } from './policy-schema-words';

/** The parts that get a definition of their own. */
const definitions = z.registry<{ id: string; format?: string }>();
const parts: Readonly<Record<string, z.core.$ZodType>> = {
  blocks: blocksSchema,
  condition: conditionSchema,
  field: fieldSchema,
  id: idSchema,
  item: settingItemSchema,
  list: listSchema,
  literal: literalSchema,
  note: noteSchema,
  operand: operandSchema,
  option: optionSchema,
  outcome: outcomeSchema,
  page: pageSchema,
  'register-field': registerFieldSchema,
  'row-field': simpleFieldSchema,
  rule: conditionRuleSchema,
  rows: rowsSchema,
  setting: settingDeclarationSchema,
  shown: shownSchema,
  text: textSchema,
  value: valueSchema,
  wording: wordingSchema,
};
for (const [id, schema] of Object.entries(parts)) definitions.add(schema, { id });
definitions.add(isoDateSchema, { id: 'date', format: 'date' });

type Node = Record<string, unknown>;

const isNode = (part: unknown): part is Node => typeof part === 'object' && part !== null;

/** The schemas of a key: of all that stand as near to the top as any. */
const nearest = (name: string, nodes: readonly unknown[]): readonly Node[] => {
  const level = nodes.filter(isNode);
  if (level.length === 0) return [];
  const found = level.flatMap(({ properties }) => (isNode(properties) ? [properties[name]] : [])).filter(isNode);
  return found.length > 0 ? found : nearest(name, level.flatMap(Object.values));
};

/** Writes what a definition and its keys are for. A key that is not there is a fault of the words. */
const explain = (id: string, definition: Node): void => {
  for (const [name, description] of Object.entries(words[id] ?? {})) {
    const found = name === '' ? [definition] : nearest(name, [definition]);
    if (found.length === 0) throw new Error(`${id} has no ${name} to explain`);
    for (const node of found) node['description'] = description;
  }
};

const jsonSchema = (id: string, title: string, schema: z.core.$ZodType): Node => {
  const { $schema, $defs = {}, ...own } = z.toJSONSchema(schema, { metadata: definitions, io: 'input' });
  explain(id, own);
  for (const [part, definition] of Object.entries($defs)) explain(part, definition);
  return { $schema, title, ...own, $defs };
};

/** The JSON Schema of policy files. */
export const policyJsonSchema = (): Node => jsonSchema('policy', 'Policy', policySchema);

/** The JSON Schema of a council's settings files. */
export const settingsJsonSchema = (): Node => jsonSchema('settings', 'Settings of a council', settingsSchema);

/** JSON in the form that the formatter keeps: lists on one line where they fit and hold no objects. */
const jsonText = (value: unknown, indent = '', before = 0): string => {
  if (!isNode(value)) return JSON.stringify(value);
  const inner = `${indent}  `;
  if (Array.isArray(value)) {
    const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`;
    if (!value.some(isNode) && before + line.length < 120) return line;
    return `[\n${value.map((item) => `${inner}${jsonText(item, inner, inner.length)}`).join(',\n')}\n${indent}]`;
  }
  const entries = Object.entries(value).map(([key, part]) => {
    const name = `${inner}${JSON.stringify(key)}: `;
    return `${name}${jsonText(part, inner, name.length)}`;
  });
  return entries.length === 0 ? '{}' : `{\n${entries.join(',\n')}\n${indent}}`;
};

/** The files that `npm run policy -- schema` writes, by their path from the root of the repository. */
export const schemaFiles = (): readonly { readonly path: string; readonly text: string }[] => [
  { path: 'decision-trees/policy.schema.json', text: `${jsonText(policyJsonSchema())}\n` },
  { path: 'decision-trees/settings.schema.json', text: `${jsonText(settingsJsonSchema())}\n` },
];
