import { useState } from 'react';
import { type IsoDate, writtenDate } from '../../base/calendar';
import type { DraftLine } from '../../storage/draft-list';
import { keyOfDue } from '../../storage/due';
import { draftsStrings } from '../../strings/drafts';
import { retentionStrings } from '../../strings/retention';
import { Button, Heading, Link, Tag } from '../../ui';
import { RenameForm } from './rename-form';
import { nameOf, placeOf, when } from './shown-drafts';
import { copyName, type Deed } from './use-drafts';

interface DraftItemProps {
  readonly row: DraftLine;
  /** Until when what goes within a month is kept, by the key that its announcement has. */
  readonly until: ReadonlyMap<string, IsoDate>;
  readonly act: (deed: Deed, draft: DraftLine, name?: string) => Promise<boolean>;
}

/** What can be done with a draft, by where it is. */
const deeds: Readonly<Record<ReturnType<typeof placeOf>, readonly Deed[]>> = {
  here: ['rename', 'duplicate', 'archive', 'remove'],
  archive: ['unarchive', 'remove'],
  bin: ['putBack', 'forGood'],
};

/** A copy of a record answered again would be one that is not blind, and does not say so. */
const deedsOf = (row: DraftLine): readonly Deed[] =>
  deeds[placeOf(row)].filter((deed) => deed !== 'duplicate' || row.kind !== 'reperformance');

/** The button of a deed, for the focus to come back to. */
export const deedId = (deed: Deed, row: DraftLine): string => `${deed}-${row.id}`;

const linkId = (row: DraftLine): string => `draft-${row.id}`;

/** What is said of how long it is kept, and of the names in it. */
const periods = (row: DraftLine, until: DraftItemProps['until']): readonly string[] => {
  const said = (day: IsoDate | undefined, say: (day: string) => string) =>
    day === undefined ? [] : [say(writtenDate(day))];
  return [
    ...said(row.namesWithdrawnOn, retentionStrings.namesGone),
    ...said(until.get(keyOfDue({ id: row.id, is: 'names' })), retentionStrings.untilNames),
    ...said(until.get(row.id), retentionStrings.untilDraft),
  ];
};

/** One draft of the list: its name, how far it is, and what can be done with it. */
export const DraftItem = ({ row, until, act }: DraftItemProps) => {
  const [renaming, setRenaming] = useState(false);
  const place = placeOf(row);
  const name = nameOf(row);
  /** Back from the form to the draft, whose name the person has just seen to. */
  const leave = (): void => {
    setRenaming(false);
    document.getElementById(linkId(row))?.focus();
  };
  return (
    <li className="app-draft">
      <Heading level={3} size="s">
        {place === 'bin' ? (
          name
        ) : (
          <Link id={linkId(row)} href={`/a/${row.id}/resume`}>
            {name}
          </Link>
        )}
      </Heading>
      <p className="govuk-body-s govuk-!-margin-bottom-1">
        {row.kind === 'practice' && (
          <>
            <Tag colour="orange">{draftsStrings.practice}</Tag>{' '}
          </>
        )}
        {row.kind === 'reperformance' && (
          <>
            <Tag colour="purple">{draftsStrings.reperformance}</Tag>{' '}
          </>
        )}
        {row.signedAt !== undefined && (
          <>
            <Tag colour="green">{draftsStrings.signed}</Tag>{' '}
          </>
        )}
        {draftsStrings.stage(row.section, row.outcome)}
      </p>
      <p className="govuk-hint app-draft__times">
        {row.deletedAt === undefined
          ? draftsStrings.changed(when(row.updatedAt))
          : draftsStrings.deleted(when(row.deletedAt))}
        . {draftsStrings.started(when(row.createdAt))}.
      </p>
      {periods(row, until).map((text) => (
        <p key={text} className="govuk-body-s">
          {text}
        </p>
      ))}
      {renaming ? (
        <RenameForm
          id={row.id}
          name={row.name ?? row.title}
          onCancel={leave}
          onSave={(given) => void act('rename', row, given).then(leave)}
        />
      ) : (
        <div className="app-draft__deeds">
          {deedsOf(row).map((deed) => (
            <Button
              key={deed}
              id={deedId(deed, row)}
              type="button"
              look="link"
              onClick={() => {
                if (deed === 'rename') setRenaming(true);
                else void act(deed, row, deed === 'duplicate' ? copyName(row) : name);
              }}
            >
              {draftsStrings[deed]}
              <span className="govuk-visually-hidden"> {draftsStrings.about(name)}</span>
            </Button>
          ))}
        </div>
      )}
    </li>
  );
};
