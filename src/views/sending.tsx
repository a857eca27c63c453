import { tellBy } from '../assessment/dates';
import { writtenDate } from '../base/calendar';
import { words } from '../policy/present';
import type { Outcome } from '../policy/schema';
import type { Language } from '../policy/text';
import type { Walk } from '../policy/walk';
import { outcomeStrings } from '../strings/outcome';
import { sendStrings } from '../strings/send';
import { Details } from '../ui';
import { SummaryList } from '../ui/content/summary-list';
import { attachments, CoveringEmail } from './covering-email';
import { deciderOf } from './decider';

export interface SendingProps {
  readonly walk: Walk;
  readonly outcome: Outcome;
  readonly reference: string;
  readonly practice: boolean;
  /** The file of the record, and whether it is there, will be, or need not be. */
  readonly file: { readonly name: string; readonly is: 'signed' | 'due' | 'optional' };
  readonly language: Language;
  readonly copy: (text: string) => Promise<boolean>;
}

/** Who decides, where anybody has to, and why they. */
const deciderWords = (walk: Walk, language: Language): string | undefined => {
  const decider = deciderOf(walk, language);
  if (decider === undefined) return undefined;
  return [
    `${decider.who}.`,
    ...(walk.model.policy.approval.separation ? [outcomeStrings.separation] : []),
    ...(decider.reasons.length > 0 ? [outcomeStrings.because(decider.reasons)] : []),
  ].join(' ');
};

/** Who decides, who is told and by when, what goes to them, and an email to send it with: in one place, wherever it is said. */
export const Sending = ({ walk, outcome, reference, practice, file, language, copy }: SendingProps) => {
  const day = tellBy(walk);
  const decider = deciderWords(walk, language);
  const { registerEmail } = walk.model.settings.app;
  const attached = [sendStrings.record[file.is](file.name), ...attachments(walk, outcome, language)];
  const row = (key: string, ...lines: readonly string[]) => ({
    key,
    value:
      lines.length === 1 ? (
        <span className="app-words">{lines[0]}</span>
      ) : (
        <ul className="govuk-list govuk-list--bullet app-words">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      ),
  });
  return (
    <>
      <SummaryList
        rows={[
          ...(decider === undefined ? [] : [row(outcomeStrings.decides, decider)]),
          row(outcomeStrings.tell, words(walk, outcome.tell, language)),
          row(sendStrings.by, day === undefined ? sendStrings.noDay : writtenDate(day)),
          row(sendStrings.attach, ...attached),
          row(
            outcomeStrings.register,
            words(walk, outcome.register, language),
            ...(registerEmail === undefined ? [] : [sendStrings.copyTo(registerEmail)]),
          ),
        ]}
      />
      <Details summary={sendStrings.title}>
        <CoveringEmail
          {...{ walk, outcome, reference, practice, language, copy }}
          fileName={file.is === 'optional' ? undefined : file.name}
        />
      </Details>
    </>
  );
};
