import { useEffect, useMemo, useState } from 'react';
import { useForm, useWatch } from 'react-hook-form';
import { canonical, type Json } from '../../base/canonical';
import { failure } from '../../base/result';
import { canonicalText, refusedCharacters } from '../../base/text';
import type { Key } from '../../policy/answer';
import { fill, words } from '../../policy/present';
import { addressOf, type AskedField, type Step } from '../../policy/walk';
import { sentenceFor } from '../../strings/failures';
import { useAssessment, usePending, useSession } from './draft-context';
import type { Fields } from './form/fields';
import { createKeeper } from './form/keeper';
import { carried, flatFields, livePage, type RawValues, readPage } from './form/overlay';
import { parseRaw, type Raw, rawOf } from './form/raw';
import type { Change } from './session';

interface FormValues {
  /** What has been filled in since the page was opened, field by field. */
  readonly raws: readonly (readonly [Key, Raw])[];
  readonly note: string;
}

const same = (a: unknown, b: unknown): boolean => canonical((a ?? null) as Json) === canonical((b ?? null) as Json);

const noteKey = (address: string): Key => `note/${address.replaceAll('/', '--')}`;

/** The form of one page: what it asks now, what has been filled in, what is wrong with it. */
export const usePageForm = (step: Step, done: () => void) => {
  const session = useSession();
  const assessment = useAssessment();
  const pending = usePending();
  const address = addressOf(step);
  const mine = useMemo(() => {
    const fields = new Set<Key>(
      step.page.fields.flatMap((field) => [
        field.id,
        ...(field.kind === 'group' ? field.fields.map((inner) => inner.id) : []),
      ]),
    );
    return pending.filter((row) => {
      const [field, at] = row.field.split('/');
      return fields.has(field ?? '') && (step.row === undefined || at === step.row);
    });
  }, [pending, step]);
  const keptNote = pending.findLast((row) => row.field === noteKey(address));
  const { control, setValue, getValues, handleSubmit } = useForm<FormValues>({
    defaultValues: {
      raws: mine.map((row) => [row.field, row.raw as Raw] as const),
      note: typeof keptNote?.raw === 'string' ? keptNote.raw : (assessment.notes.get(address) ?? ''),
    },
  });
  const { raws: list, note } = useWatch({ control }) as FormValues;
  const raws: RawValues = useMemo(() => new Map(list), [list]);
  const live = livePage(assessment.walk, assessment.answers, step, raws);
  const [shownErrors, setShownErrors] = useState(0);
  const { readings, failures } = readPage(live, raws);
  const noteFailures = ((): readonly string[] => {
    const text = canonicalText(note, true);
    const refused = refusedCharacters(text, true);
    if (refused.length > 0)
      return [sentenceFor(failure('field.characters', 'note', { characters: refused.join(' ') }))];
    return text.length > 4000
      ? [sentenceFor(failure('field.too-long', 'note', { max: 4000, over: text.length - 4000 }))]
      : [];
  })();

  const [keeper] = useState(() => createKeeper(session.keep));
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
  const put = (key: Key, raw: Raw): void => {
    const others = getValues('raws').filter(([held]) => held !== key);
    setValue('raws', [...others, [key, raw]]);
    keeper.soon(key, raw);
  };
  /** A text that can be read becomes an entry when its field is left; choices wait for Continue. */
  const leave = (asked: AskedField): void => {
    const raw = new Map(getValues('raws')).get(asked.key);
    if (raw === undefined || asked.field.kind !== 'text') return;
    const parsed = parseRaw(asked.field, raw, asked.key);
    if (parsed.ok && !same(parsed.value, assessment.answers.get(asked.key)) && parsed.value !== undefined) {
      keeper.drop(asked.key);
      void session.give([{ field: asked.key, value: parsed.value }]);
    }
  };

  const changes = (): readonly Change[] => {
    const text = canonicalText(note, true);
    const noted = assessment.notes.get(address) ?? '';
    return [
      ...readings
        .filter(({ asked, value }) => !same(value, session.assessment().answers.get(asked.key)))
        .map(({ asked, value }) => ({ field: asked.key, value })),
      ...(text === noted ? [] : [{ field: address, value: text === '' ? undefined : text, note: true as const }]),
    ];
  };
  const submit = handleSubmit(() => {
    if (failures.length > 0 || noteFailures.length > 0) {
      setShownErrors((count) => count + 1);
      return;
    }
    keeper.drop();
    void session.give(changes());
    done();
  });

  const errorText = new Map(failures.map((one) => [one.place, sentenceFor(one)] as const));
  const visible = shownErrors > 0;
  const all = flatFields(live.asked);
  /** In a summary of several fields a sentence needs the name of its field. */
  const named = (key: Key, sentence: string): string => {
    const asked = all.length > 1 ? all.find((one) => one.key === key) : undefined;
    return asked ? `${words(live.walk, asked.field.label, 'en', asked.row)}: ${sentence}` : sentence;
  };
  const fields: Fields = {
    walk: live.walk,
    language: 'en',
    raw: rawFor,
    change: (asked, raw) => put(asked.key, raw),
    leave,
    error: (key) => (visible ? errorText.get(key) : undefined),
  };
  return {
    fields,
    walk: live.walk,
    asked: live.asked,
    fill: (text: string) => fill(live.walk, text, 'en', step.row),
    note,
    noteError: visible ? noteFailures[0] : undefined,
    changeNote: (text: string) => {
      setValue('note', text);
      keeper.soon(noteKey(address), text);
    },
    errors: visible
      ? [
          ...failures.map((one) => ({ key: one.place, text: named(one.place, sentenceFor(one)) })),
          ...noteFailures.map((text) => ({ key: 'note', text })),
        ]
      : [],
    attempt: shownErrors,
    restored: mine.length > 0,
    submit: () => void submit(),
  };
};
