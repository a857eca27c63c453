import { grouped } from '../../base/money';
import { canonicalText } from '../../base/text';
import type { Assessment } from '../../assessment/assessment';
import type { Naming } from '../../assessment/versions';
import { answerWords, fill, inLanguage, words as wordsOf } from '../../policy/present';
import type { Shown } from '../../policy/schema';
import { shownLines } from '../../policy/shown';
import type { Blocks, Language, Text, Wording } from '../../policy/text';
import type { AskedField } from '../../policy/walk';
import type { RecordPayload } from '../../record/payload';
import type { SealedRecord } from '../../record/parse';
import type { Block } from '../document';
import { words } from './words';

/** What every part of the record is made from. */
export interface Sheet {
  readonly record: Pick<SealedRecord, 'id' | 'payload'>;
  readonly payload: RecordPayload;
  readonly assessment: Assessment;
  /** In which walk each entry of the log finds its words. */
  readonly naming: Naming;
  readonly language: Language;
}

/** A text of one line, in the one form that can be printed. */
export const one = (text: string): string => canonicalText(text, false);

export const said = ({ language }: Sheet, text: Text): string => one(inLanguage(text, language));

/** Words as they read on a walk, by default the one that the record has come to. */
export const worded = (sheet: Sheet, wording: Wording, row?: string, walk = sheet.assessment.walk): string =>
  one(wordsOf(walk, wording, sheet.language, row));

/** An answer that counts, in words. */
export const answered = ({ assessment: { walk }, language }: Sheet, { field, key }: AskedField): string => {
  const answer = walk.counted.get(key);
  const text = answer === undefined ? '' : one(answerWords(walk.model, field, answer, language).join('; '));
  return text === '' ? words.notAnswered : text;
};

/** What operands come to, one pair for each that has a value. */
export const shownPairs = (
  sheet: Sheet,
  shown: readonly Shown[],
): readonly { readonly label: string; readonly value: string }[] =>
  shownLines(sheet.assessment.walk, shown, sheet.language).flatMap(({ label, texts }) => {
    const value = one(texts.join('; '));
    return value === '' ? [] : [{ label: one(label), value }];
  });

/** A policy's longer text as blocks of the document; its headings one level below `level`. */
export const textBlocks = (sheet: Sheet, blocks: Blocks, level: 2 | 3): readonly Block[] =>
  blocks.map((block): Block => {
    const text = (source: Text): string =>
      one(fill(sheet.assessment.walk, inLanguage(source, sheet.language), sheet.language));
    switch (block.kind) {
      case 'heading':
        return { kind: 'heading', level, text: text(block.text) };
      case 'paragraph':
        return { kind: 'paragraph', text: text(block.text) };
      case 'list':
      case 'checklist':
        return { kind: 'list', style: 'bullet', items: block.items.map(text) };
      case 'steps':
        return { kind: 'list', style: 'number', items: block.items.map(text) };
      case 'link':
        return { kind: 'paragraph', text: `${text(block.text)}: ${block.href}` };
    }
  });

/** Pairs as a block; nothing where there are none. */
export const pairs = (list: readonly { readonly label: string; readonly value: string }[]): readonly Block[] =>
  list.length === 0 ? [] : [{ kind: 'pairs', pairs: list }];

export const count = (value: number): string => grouped(value);
