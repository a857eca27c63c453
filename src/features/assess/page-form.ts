import { startTransition, useEffect, useMemo, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { failure } from '../../base/result';
import { canonicalText, refusedCharacters } from '../../base/text';
import { noteKey, reasonKey, wasSeen } from '../../assessment/log';
import type { Key } from '../../policy/answer';
import type { Group } from '../../policy/field';
import { fill, words } from '../../policy/present';
import { addressOf, type AskedField, flatFields, type Step } from '../../policy/walk';
import { useServices } from '../../services';
import { sentenceFor } from '../../strings/failures';
import { walkStrings } from '../../strings/walk';
import { useAssessment, useSession } from './draft-context';
import type { Fields } from './form/fields';
import { type FilledPage, filledPage, isSame } from './form/filled';
import { createKeeper } from './form/keeper';
import { isOwnRow, rowNameOf } from '../../policy/names';
import { carried, offeredRaws, type RawValues, type WalkOn } from './form/overlay';
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
  if (refused.length > 0)
    return [sentenceFor(failure('field.characters', place, { characters: refused.slice(0, 10).join(' ') }))];
  return text.length > 4000
    ? [sentenceFor(failure('field.too-long', place, { max: 4000, over: text.length - 4000 }))]
    : [];
};

/** The form of one page: what it asks now, what has been filled in, what is wrong with it. */
export const usePageForm = (step: Step, done: () => void, walkOn?: WalkOn) => {
  const session = useSession();
  const { afterPaint } = useServices();
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
  // What has been worked through: what is typed is on the screen at once, and what follows from it a moment later.
  const [followed, setFollowed] = useState(raws);
  const filled = useMemo(() => filledPage(assessment, step, followed, walkOn), [assessment, step, followed, walkOn]);
  const { live, failures } = filled;
  const [attempt, setAttempt] = useState<{ readonly count: number; readonly keys: ReadonlySet<Key> }>();
  const noteFailures = textFailures('note', canonicalText(note, true));
  const reasonGiven = canonicalText(written ?? '', true);
  const reasonFailuresOf = (page: FilledPage): readonly string[] => {
    if (!page.needsReason) return [];
    if (reasonGiven !== '') return textFailures('reason', reasonGiven);
    return [page.wasUnsure ? walkStrings.sourceNeeded : walkStrings.reasonNeeded];
  };
  const reasonFailures = reasonFailuresOf(filled);

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
    offered.has(key) && isSame(offered.get(key), new Map(getValues('raws')).get(key));
  const put = ({ key, field }: AskedField, raw: Raw): void => {
    setValue('raws', [...getValues('raws').filter(([other]) => other !== key), [key, raw]]);
    const follow = (): void => setFollowed(new Map(getValues('raws')));
    if (typed.has(field.kind)) void afterPaint.add(async () => startTransition(follow));
    else follow();
    keeper.soon(key, raw);
  };
  /**
   * What is typed becomes an entry when its field is left, if it is whole and fits. What is chosen waits for Continue, and
   * so does what stands in rows that may go again.
   */
  const leave = (asked: AskedField): void => {
    const held: RawValues = new Map(getValues('raws'));
    const isOpen = held.has(asked.key) && !isUntouched(asked.key) && typed.has(asked.field.kind);
    // Where it is left for Continue, its answer is given with the others before this comes.
    if (isOpen && !isOwnRow(assessment.model, asked)) void afterPaint.add(async () => settle(asked, held));
  };
  const settle = (asked: AskedField, held: RawValues): void => {
    // Somebody is back in it already: it is given as it then stands when it is left again.
    if (!isSame(new Map(getValues('raws')).get(asked.key), held.get(asked.key))) return;
    const now = session.assessment();
    const { answers } = now;
    const { readings } = filledPage(now, step, held, walkOn);
    const value = readings.find((reading) => reading.asked.key === asked.key)?.value;
    if (value === undefined || isSame(value, answers.get(asked.key))) return;
    if (wasSeen(now, asked.key)) return;
    keeper.drop(asked.key);
    void session.give([{ field: asked.key, value }], [asked.key]);
  };

  const changes = (page: FilledPage): readonly Change[] => {
    const text = canonicalText(note, true);
    const { answers, carried: waiting, notes } = session.assessment();
    const noted = notes.get(address) ?? '';
    const why = { reason: reasonGiven };
    return [
      ...page.readings
        .filter(({ asked: { key }, value }) => waiting.has(key) || !isSame(value, answers.get(key)))
        .map(({ asked, value }) => ({
          field: asked.key,
          value,
          ...(page.needsReason && answers.has(asked.key) && why),
        })),
      ...(text === noted ? [] : [{ field: address, value: text === '' ? undefined : text, note: true as const }]),
    ];
  };
  const submit = handleSubmit(() => {
    const held: RawValues = new Map(getValues('raws'));
    const page = filledPage(session.assessment(), step, held, walkOn);
    const keys = flatFields(page.live.asked).map((one) => one.key);
    if (page.failures.length > 0 || noteFailures.length > 0 || reasonFailuresOf(page).length > 0) {
      setFollowed(held);
      setAttempt({ count: (attempt?.count ?? 0) + 1, keys: new Set([...keys, 'note']) });
      return;
    }
    keeper.drop();
    void session.give(changes(page), [...held.keys(), ...keys, noteKey(address), reasonKey(address)]);
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
    return `${row === undefined ? '' : `${row}, `}${label}${label.endsWith('?') ? '' : ':'} ${sentence}`;
  };
  const fields: Fields = {
    walk: live.walk,
    language: 'en',
    raw: rawFor,
    isCarried: (asked) =>
      !raws.has(asked.key) && !assessment.answers.has(asked.key) && carried(live.walk, asked) !== undefined,
    isOffered: (asked) => isUntouched(asked.key) && assessment.carried.has(asked.key),
    change: put,
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
    change:
      failures.length === 0 && filled.replaced.length > 0 ? { before: assessment.walk, after: live.walk } : undefined,
    needsReason: filled.needsReason,
    reason: written ?? '',
    wasUnsure: filled.wasUnsure,
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
