import { useCallback, useState } from 'react';
import { writtenDate } from '../../../base/calendar';
import type { Failure } from '../../../base/result';
import { startedOn } from '../../../assessment/log';
import { inLanguage, subjectOf } from '../../../policy/present';
import { walkOf } from '../../../record/sequel-rules';
import { useServices } from '../../../services';
import { reperformDeskStrings as strings } from '../../../strings/reperform-desk';
import { Button, ButtonLink, Heading, Link, WarningText } from '../../../ui';
import { SummaryList } from '../../../ui/content/summary-list';
import { Opened } from '../../../views/problem';
import { Screen } from '../../../views/screen';
import { Sentence } from '../../../views/sentence';
import { Comparison } from './comparison-view';
import { Evidence } from './evidence';
import { ChooseAgain } from './choose-again';
import { assessed, comparedAt, openReperformance, type Reperformed, type Reperforming, showRecord } from './open';

interface PlaceProps {
  readonly place: Reperforming;
  readonly reopen: () => void;
}

/** What identifies the record, and nothing that was answered in it but the name of what it is about. */
const Facts = ({
  place: { draft, of },
  found,
}: Pick<PlaceProps, 'place'> & { readonly found: Reperformed | undefined }) => {
  const { policy } = draft.model;
  const { facts } = strings;
  const about = found && subjectOf(walkOf(found.record));
  return (
    <SummaryList
      rows={[
        ...(found ? [{ key: facts.reference, value: found.record.payload.reference }] : []),
        ...(about === undefined ? [] : [{ key: facts.about, value: about }]),
        { key: facts.policy, value: strings.policy(inLanguage(policy.title, 'en'), policy.version) },
        { key: facts.on, value: writtenDate(startedOn(draft.log) ?? '') },
        { key: facts.id, value: <code className="app-words">{of}</code> },
      ]}
    />
  );
};

/** Before the comparison: which record it is, its evidence, and the way to the questions or from them. */
const Blind = ({ place, reopen }: PlaceProps) => {
  const services = useServices();
  const [failures, setFailures] = useState<readonly Failure[]>([]);
  const { draft, found } = place;
  const assessment = assessed(place, draft.log);
  const ready = assessment.walk.outcome !== undefined;
  const compare = async (): Promise<void> => {
    const shown = await showRecord(services, place, assessment);
    if (shown.ok) reopen();
    else setFailures(shown.failures);
  };
  const to = `/a/${draft.row.id}`;
  return (
    <Screen title={strings.begun} back="/drafts">
      <Heading>{strings.begun}</Heading>
      <Facts place={place} found={found} />
      <ul className="govuk-list govuk-list--bullet">
        {strings.rules.map((rule) => (
          <li key={rule}>{rule}</li>
        ))}
      </ul>
      <Heading level={2}>{strings.evidence}</Heading>
      {found ? <Evidence files={found.evidence} /> : <ChooseAgain place={place} reopen={reopen} />}
      {failures.map((one) => (
        <WarningText key={one.code}>
          <Sentence failure={one} />
        </WarningText>
      ))}
      {ready ? (
        <>
          <Heading level={2}>{strings.ready}</Heading>
          <WarningText>{strings.readyLead}</WarningText>
          <Button type="button" disabled={!found} once onClick={() => void compare()}>
            {strings.compare}
          </Button>
          <p className="govuk-body">
            <Link href={`${to}/check`}>{strings.check}</Link>
          </p>
        </>
      ) : (
        <ButtonLink href={`${to}/resume`}>{draft.log.length > 1 ? strings.carryOn : strings.start}</ButtonLink>
      )}
    </Screen>
  );
};

/** A record that an auditor answers again: blind as long as it is answered, beside the record's own answers after that. */
export const Reperform = ({ draft }: { readonly draft: string }) => {
  const services = useServices();
  const [times, setTimes] = useState(0);
  const reopen = useCallback(() => setTimes((count) => count + 1), []);
  const open = useCallback(
    () => openReperformance(services, draft, () => undefined),
    // oxlint-disable-next-line react/exhaustive-deps -- each time it is read anew
    [services, draft, times],
  );
  return (
    <Opened open={open} back="/drafts">
      {(place) => {
        const compared = comparedAt(place.draft.log);
        if (!compared) return <Blind key={times} place={place} reopen={reopen} />;
        if (place.found)
          return <Comparison record={place.found.record} own={assessed(place, compared.log)} compared={compared} />;
        return (
          <Screen title={strings.begun} back="/drafts">
            <Heading>{strings.begun}</Heading>
            <Facts place={place} found={undefined} />
            <ChooseAgain place={place} reopen={reopen} />
          </Screen>
        );
      }}
    </Opened>
  );
};
