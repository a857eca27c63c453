import type { ReactNode } from 'react';
import { rowName, stepRowName, stepTitle } from '../policy/names';
import { answerWords, inLanguage, words } from '../policy/present';
import type { Language } from '../policy/text';
import { isUnsure } from '../policy/scope';
import { addressOf, askedFields, type AskedField, flatFields, type Step, type Walk } from '../policy/walk';
import { checkStrings } from '../strings/check';
import { Details, Heading } from '../ui';
import { SummaryList, type SummaryRow } from '../ui/content/summary-list';

interface AnswersProps {
  readonly walk: Walk;
  readonly notes: ReadonlyMap<string, string>;
  readonly language: Language;
  /** Where a page is changed; without it nothing can be. */
  readonly changeAt?: ((address: string) => string) | undefined;
  /** The answers that stand as they stood in an earlier record. */
  readonly confirmed?: ReadonlySet<string> | undefined;
  /** Whether a section shows its answers when it is opened. */
  readonly folded?: boolean;
}

/** Whether an answer says more than what its row proposes by itself. */
const isNews =
  (walk: Walk) =>
  ({ field, key }: AskedField): boolean =>
    field.kind === 'group' || walk.counted.get(key) === undefined || walk.counted.get(key) !== field.carry;

/** What was answered, as people read it; of a group, row by row, without what the row proposes by itself. */
export const AnswerValue = ({
  walk,
  asked,
  language,
}: {
  readonly walk: Walk;
  readonly asked: AskedField;
  readonly language: Language;
}) => {
  const { field } = asked;
  if (field.kind === 'group') {
    return (
      <>
        {asked.rows.length === 0 && checkStrings.none}
        {asked.rows.map((row, index) => (
          <div key={row.id} className="app-row">
            <strong>{rowName(walk.model, field, row.id, index, language)}</strong>
            <ul className="govuk-list govuk-!-margin-bottom-2">
              {row.fields.filter(isNews(walk)).map((inner) => (
                <li key={inner.key}>
                  {words(walk, inner.field.label, language, row.id)}:{' '}
                  <AnswerValue walk={walk} asked={inner} language={language} />
                </li>
              ))}
            </ul>
          </div>
        ))}
      </>
    );
  }
  const answer = walk.counted.get(asked.key);
  const texts = answer === undefined ? [] : answerWords(walk.model, asked.field, answer, language);
  if (texts.length === 0) return <>{checkStrings.none}</>;
  return texts.length === 1 ? (
    <span className="app-words">{texts[0]}</span>
  ) : (
    <ul className="govuk-list govuk-list--bullet">
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
};

/** Whether a field stands as it stood in an earlier record; of a group over fixed rows, all that is answered in them. */
const isConfirmed = (walk: Walk, { field, key, rows }: AskedField, confirmed: ReadonlySet<string>): boolean => {
  if (field.kind !== 'group' || field.over === undefined) return confirmed.has(key);
  const given = rows.flatMap((row) => row.fields).filter((inner) => walk.counted.has(inner.key));
  return given.length > 0 && given.every((inner) => confirmed.has(inner.key));
};

/** How many answers some pages hold, and how many of them are not known. */
const countsOf = (walk: Walk, steps: readonly Step[]): { readonly given: number; readonly unsure: number } => {
  const given = steps
    .flatMap((step) => flatFields(askedFields(walk, step)))
    .flatMap(({ field, key }) => {
      const answer = walk.counted.get(key);
      return answer === undefined ? [] : [isUnsure(walk.model, field.id, answer)];
    });
  return { given: given.length, unsure: given.filter((unsure) => unsure).length };
};

/** Every answer that counts, by section, each with the way to its page. */
export const Answers = ({ walk, notes, language, changeAt, confirmed, folded = false }: AnswersProps) =>
  walk.model.policy.sections.map((section) => {
    const steps = walk.path.filter((step) => step.page.section === section.id);
    if (steps.length === 0) return null;
    const rows = steps.flatMap((step): readonly SummaryRow[] => {
      const address = addressOf(step);
      const note = notes.get(address);
      const row = stepRowName(walk.model, step, language);
      const line = (label: string, value: ReactNode): SummaryRow => ({
        key: row === undefined ? label : `${row}: ${label}`,
        value,
        ...(changeAt && { actions: [{ text: checkStrings.change, href: changeAt(address), about: label }] }),
      });
      return [
        ...askedFields(walk, step).map((asked) =>
          line(
            words(walk, asked.field.label, language, asked.row),
            <>
              <AnswerValue walk={walk} asked={asked} language={language} />
              {confirmed && isConfirmed(walk, asked, confirmed) && (
                <div className="govuk-hint">{checkStrings.confirmed}</div>
              )}
            </>,
          ),
        ),
        ...(note === undefined
          ? []
          : [
              line(
                `${stepTitle(walk, step, language)}: ${checkStrings.notes}`,
                <span className="app-words">{note}</span>,
              ),
            ]),
      ];
    });
    const list = <SummaryList rows={rows} />;
    const counts = countsOf(walk, steps);
    return (
      <section key={section.id}>
        <Heading level={2}>{inLanguage(section.title, language)}</Heading>
        {folded ? <Details summary={checkStrings.folded(counts)}>{list}</Details> : list}
      </section>
    );
  });
