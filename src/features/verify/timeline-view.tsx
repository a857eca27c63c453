import { useMemo } from 'react';
import { replay } from '../../assessment/assessment';
import { namingOf } from '../../assessment/versions';
import { writtenTime } from '../../base/calendar';
import { modelOf } from '../../policy/model';
import { words } from '../../policy/present';
import type { ProvenRecord } from '../../record/chain';
import { type Moment, timelineOf } from '../../record/timeline';
import { recordViewStrings as strings } from '../../strings/record-view';
import { Details, Heading } from '../../ui';
import { entryAbout, entrySays } from '../../views/entry-words';
import { TimelineStrip } from './timeline-strip';

type Told = (moment: Moment) => { readonly what: string; readonly more: readonly string[] };

/** What a moment says, in the words of the version of the policy that held then. */
const tellerFor = (record: ProvenRecord): Told | undefined => {
  const { payload, policy, settings, earlier } = record;
  const { language } = payload;
  const assessment = replay(modelOf(policy, settings), payload.log);
  if (!assessment) return undefined;
  const naming = namingOf(assessment, earlier);
  return (moment) => {
    const { kind } = moment;
    if (!('entry' in moment)) return { what: strings.moments[kind], more: [] };
    const walk = naming(moment.entry);
    if (!('field' in moment.entry)) {
      const { entry } = moment;
      const outcome = entry.kind === 'outcome-shown' ? walk.model.outcomes.get(entry.outcome) : undefined;
      const title = outcome ? `: ${words(walk, outcome.title, language)}` : '';
      return { what: `${strings.moments[kind]}${title}`, more: [] };
    }
    const { entry } = moment;
    const { before, afterOutcome } = 'before' in moment ? moment : { before: undefined, afterOutcome: false };
    const change = kind === 'first' ? '' : `${strings.moments[kind]}${afterOutcome ? `, ${strings.after}` : ''}. `;
    return {
      what: `${change}${strings.said(entryAbout(walk, entry, language), entrySays(walk, entry, language))}`,
      more: [
        ...(kind !== 'first' && before ? [strings.was(entrySays(naming(before), before, language))] : []),
        ...('reason' in entry && entry.reason !== undefined ? [strings.reason(entry.reason)] : []),
      ],
    };
  };
};

const List = ({ moments, told }: { readonly moments: readonly Moment[]; readonly told: Told }) => (
  <ol className="govuk-list">
    {moments.map((moment, index) => {
      const { what, more } = told(moment);
      return (
        <li key={index} className="app-words govuk-!-margin-bottom-2">
          <span className="govuk-hint govuk-!-margin-bottom-0 govuk-!-font-size-16">{writtenTime(moment.at)}</span>
          <br />
          {what}
          {more.map((line) => (
            <div key={line} className="govuk-!-font-size-16">
              {line}
            </div>
          ))}
        </li>
      );
    })}
  </ol>
);

const isChange = ({ kind }: Moment): boolean => kind === 'changed' || kind === 'cleared';

/** The answer log as a timeline: every change with what stood there before, and all of it for whoever opens it. */
export const TimelineView = ({ record }: { readonly record: ProvenRecord }) => {
  const { payload } = record;
  const moments = useMemo(() => timelineOf(payload), [payload]);
  const told = useMemo(() => tellerFor(record), [record]);
  if (!told) return null;
  const changes = moments.filter(isChange);
  const after = changes.filter((moment) => 'afterOutcome' in moment && moment.afterOutcome).length;
  const answers = moments.filter(({ kind }) => kind === 'first').length;
  return (
    <section>
      <Heading level={2}>{strings.timeline}</Heading>
      <p className="govuk-body">{strings.timelineLead(changes.length)}</p>
      <TimelineStrip moments={moments} label={strings.drawn(answers, changes.length, after)} />
      {changes.length > 0 && (
        <>
          <Heading level={3}>{strings.timelineChanges}</Heading>
          <List moments={changes} told={told} />
        </>
      )}
      <Details summary={strings.timelineSee(moments.length)}>
        <List moments={moments} told={told} />
      </Details>
    </section>
  );
};
