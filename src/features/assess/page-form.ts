import { useEffect, useMemo, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { canonical, type Json } from '../../base/canonical';
import { failure } from '../../base/result';
import { canonicalText, refusedCharacters } from '../../base/text';
import { asIfConfirmed } from '../../assessment/assessment';
import { noteKey, reasonKey } from '../../assessment/log';
import type { Key } from '../../policy/answer';
import type { Group } from '../../policy/field';
import { fill, words } from '../../policy/present';
import { isUnsure } from '../../policy/scope';
import { addressOf, type AskedField, flatFields, type Step } from '../../policy/walk';
import { sentenceFor } from '../../strings/failures';
import { walkStrings } from '../../strings/walk';
import { useAssessment, useSession } from './draft-context';
import type { Fields } from './form/fields';
import { createKeeper } from './form/keeper';
import { isOwnRow, rowNameOf } from '../../policy/names';
import { carried, livePage, offeredRaws, type RawValues, readPage, type WalkOn } from './form/overlay';
import { type Raw, rawOf } from './form/raw';
import type { Change } from './session';

interface FormValues {
  /** What has been filled in since the page was opened, field by field. */
  readonly raws: readonly (readonly [Key, Raw])[];
  readonly note: string;
  /** Why something is changed after the outcome was seen; undefined until something is said. */
  readonly reason: string | undefined;
}

/** The kinds of fields that are filled in at a keyboard. */
const typed: ReadonlySet<AskedField['field']['kind']> = new Set(['text', 'money', 'whole', 'date']);

const textFailures = (place: 'note' | 'reason', text: string): readonly string[] => {
  const refused = refusedCharacters(text, true);
  if (refused.length > 0) return [sentenceFor(failure('field.characters', place, { characters: refused.join(' ') }))];
  return text.length > 4000
    ? [sentenceFor(failure('field.too-long', place, { max: 4000, over: text.length - 4000 }))]
    : [];
};

const same = (a: unknown, b: unknown): boolean => canonical((a ?? null) as Json) === canonical((b ?? null) as Json);

/** The form of one page: what it asks now, what has been filled in, what is wrong with it. */
export const usePageForm = (step: Step, done: () => void, walkOn?: WalkOn) => {
  const session = useSession();
  const assessment = useAssessment();
  const [pending] = useState(session.pending);
  const address = addressOf(step);
  const isMine = useMemo(() => {
    const fields = new Set<Key>(
      step.page.fields.flatMap((field) => [
        field.id,
        ...(field.kind === 'group' ? field.fields.map((inner) => inner.id) : []),
      ]),
    );
    return (key: Key): boolean => {
      const [field, at] = key.split('/');
      return fields.has(field ?? '') && (step.row === undefined || at === step.row);
    };
  }, [step]);
  const mine = useMemo(() => pending.filter((row) => isMine(row.field)), [pending, isMine]);
  // Answers of an earlier record stand in the form as if they had just been filled in: Continue confirms them.
  const [offered] = useState(() => offeredRaws(assessment, isMine));
  const kept = (key: Key): string | undefined => {
    const raw = pending.findLast((row) => row.field === key)?.raw;
    return typeof raw === 'string' ? raw : undefined;
  };
  const { control, setValue, getValues, handleSubmit } = useForm<FormValues>({
    defaultValues: {
      raws: [...offered, ...mine.map((row) => [row.field, row.raw as Raw] as const)],
      note: kept(noteKey(address)) ?? assessment.notes.get(address) ?? '',
      reason: kept(reasonKey(address)),
    },
  });
  const { raws: list, note, reason: written } = useWatch({ control }) as FormValues;
  const raws: RawValues = useMemo(() => new Map(list), [list]);
  const live = livePage(assessment.walk, asIfConfirmed(assessment), step, raws, walkOn);
  const [attempt, setAttempt] = useState<{ readonly count: number; readonly keys: ReadonlySet<Key> }>();
  const { readings, failures } = readPage(live, raws);
  const noteFailures = textFailures('note', canonicalText(note, true));
  const replaced = readings.filter(
    ({ asked: { key }, value }) => assessment.answers.has(key) && !same(value, assessment.answers.get(key)),
  );
  const isShown = assessment.log.some((entry) => entry.kind === 'outcome-shown');
  const needsReason = isShown && replaced.length > 0;
  const wasUnsure = replaced.every(({ asked: { key, field } }) =>
    isUnsure(assessment.model, field.id, assessment.answers.get(key) ?? ''),
  );
  const reason = written ?? (wasUnsure ? walkStrings.nowKnown : '');
  const whyText = canonicalText(reason, true);
  const reasonFailures = !needsReason
    ? []
    : whyText === ''
      ? [walkStrings.reasonNeeded]
      : textFailures('reason', whyText);

  const [keeper] = useState(() => createKeeper(session.keep, session.typing));
  useEffect(() => {
    document.addEventListener('visibilitychange', keeper.now);
    window.addEventListener('pagehide', keeper.now);
    return () => {
      keeper.now();
      document.removeEventListener('visibilitychange', keeper.now);
      window.removeEventListener('pagehide', keeper.now);
    };
  }, [keeper]);

  const rawFor = (asked: AskedField): Raw => {
    const { key, field } = asked;
    const held = raws.get(key);
    if (held !== undefined) return held;
    return rawOf(field, assessment.answers.get(key) ?? carried(live.walk, asked));
  };
  const ownRows = (group: Group): readonly string[] =>
    rawFor({ field: group, key: group.id, required: true, rows: [] }) as readonly string[];
  const isUntouched = (key: Key): boolean =>
    offered.has(key) && same(offered.get(key), new Map(getValues('raws')).get(key));
  const put = (key: Key, raw: Raw): void => {
    const others = getValues('raws').filter(([held]) => held !== key);
    setValue('raws', [...others, [key, raw]]);
    keeper.soon(key, raw);
  };
  /**
   * What is typed becomes an entry when its field is left, if it is whole and fits. What is chosen waits for Continue, and
   * so does what stands in rows that may go again.
   */
  const leave = (asked: AskedField): void => {
    const held: RawValues = new Map(getValues('raws'));
    if (
      !held.has(asked.key) ||
      isUntouched(asked.key) ||
      !typed.has(asked.field.kind) ||
      isOwnRow(assessment.model, asked)
    )
      return;
    const now = session.assessment();
    const { walk, answers } = now;
    const value = readPage(livePage(walk, asIfConfirmed(now), step, held, walkOn), held).readings.find(
      (reading) => reading.asked.key === asked.key,
    )?.value;
    if (value === undefined || same(value, answers.get(asked.key)) || (isShown && answers.has(asked.key))) return;
    keeper.drop(asked.key);
    void session.give([{ field: asked.key, value }], [asked.key]);
  };

  const changes = (): readonly Change[] => {
    const text = canonicalText(note, true);
    const noted = assessment.notes.get(address) ?? '';
    return [
      ...readings
        .filter(({ asked: { key }, value }) => {
          const { answers, carried: waiting } = session.assessment();
          return waiting.has(key) || !same(value, answers.get(key));
        })
        .map(({ asked, value }) => ({
          field: asked.key,
          value,
          ...(needsReason && session.assessment().answers.has(asked.key) && { reason: whyText }),
        })),
      ...(text === noted ? [] : [{ field: address, value: text === '' ? undefined : text, note: true as const }]),
    ];
  };
  const submit = handleSubmit(() => {
    if (failures.length > 0 || noteFailures.length > 0 || reasonFailures.length > 0) {
      setAttempt({
        count: (attempt?.count ?? 0) + 1,
        keys: new Set([...flatFields(live.asked).map((one) => one.key), 'note']),
      });
      return;
    }
    keeper.drop();
    void session.give(changes(), [
      ...raws.keys(),
      ...flatFields(live.asked).map((one) => one.key),
      noteKey(address),
      reasonKey(address),
    ]);
    done();
  });

  // What came onto the page after Continue is not wrong yet.
  const shown = failures.filter((one) => attempt?.keys.has(one.place));
  const all = flatFields(live.asked);
  /** In a summary of several fields a sentence needs the name of its field. */
  const named = (key: Key, sentence: string): string => {
    const asked = all.length > 1 ? all.find((one) => one.key === key) : undefined;
    if (!asked) return sentence;
    const label = words(live.walk, asked.field.label, 'en', asked.row);
    const row = rowNameOf(live.walk.model, asked, ownRows, 'en');
    return `${row === undefined ? '' : `${row}, `}${label}: ${sentence}`;
  };
  const fields: Fields = {
    walk: live.walk,
    language: 'en',
    raw: rawFor,
    isCarried: (asked) =>
      !raws.has(asked.key) && !assessment.answers.has(asked.key) && carried(live.walk, asked) !== undefined,
    isOffered: (asked) => isUntouched(asked.key) && assessment.carried.has(asked.key),
    change: (asked, raw) => put(asked.key, raw),
    leave,
    error: (key) => {
      const one = shown.find((failed) => failed.place === key);
      return one && sentenceFor(one);
    },
  };
  return {
    fields,
    walk: live.walk,
    asked: live.asked,
    fill: (text: string) => fill(live.walk, text, 'en', step.row),
    note,
    noteError: attempt ? noteFailures[0] : undefined,
    /** What is being changed, once something is: how far the answers led, and how far they would. */
    change: failures.length === 0 && replaced.length > 0 ? { before: assessment.walk, after: live.walk } : undefined,
    needsReason,
    reason,
    reasonError: attempt ? reasonFailures[0] : undefined,
    changeReason: (text: string) => {
      setValue('reason', text);
      keeper.soon(reasonKey(address), text);
    },
    changeNote: (text: string) => {
      setValue('note', text);
      keeper.soon(noteKey(address), text);
    },
    errors: attempt
      ? [
          ...shown.map((one) => ({ key: one.place, text: named(one.place, sentenceFor(one)) })),
          ...reasonFailures.map((text) => ({ key: 'reason', text })),
          ...noteFailures.map((text) => ({ key: 'note', text })),
        ]
      : [],
    attempt: attempt?.count ?? 0,
    restored: mine.length > 0,
    submit: () => void submit(),
  };
};
