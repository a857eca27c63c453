import { useCallback, useEffect, useState } from 'react';
import type { Result } from '../../base/result';
import { useServices } from '../../services';
import { databaseName } from '../../storage/open';
import { type Rescue, rescue } from '../../storage/rescue';
import { rescueStrings } from '../../strings/rescue';
import { Button, Heading, InsetText, Link, WarningText } from '../../ui';
import { Problem } from '../../views/problem';
import { Screen } from '../../views/screen';
import { Emptied } from './emptied';
import { Room } from './room';
import { SaveFiles } from './save-files';
import { StartAfresh } from './start-afresh';

interface AfreshProps {
  /** Reads the store again. */
  readonly read: () => Promise<Result<Rescue | undefined>>;
  readonly onEmptied: () => void;
}

/** What the page shows of a store that the browser opens. */
const Opened = ({ found, ...afresh }: AfreshProps & { readonly found: Rescue }) => {
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set());
  const needed = (['backup', 'rest'] as const).filter((part) => found[part] !== undefined);
  if (!found.isDamaged)
    return (
      <>
        <InsetText>{rescueStrings.sound}</InsetText>
        <p className="govuk-body">
          <Link href="/backup">{rescueStrings.safe}</Link>
        </p>
      </>
    );
  return (
    <>
      <WarningText>{rescueStrings.damaged}</WarningText>
      <p className="govuk-body">{rescueStrings.why}</p>
      <SaveFiles found={found} onTaken={(part) => setTaken((before) => new Set([...before, part]))} taken={taken} />
      <Heading level={2}>{rescueStrings.afresh}</Heading>
      <p className="govuk-body">{rescueStrings.afreshLead}</p>
      {needed.every((part) => taken.has(part)) ? (
        <StartAfresh sha256={found.sha256} {...afresh} />
      ) : (
        <InsetText>{rescueStrings.first}</InsetText>
      )}
    </>
  );
};

interface ShutProps extends AfreshProps {
  /** In the browser's words. */
  readonly reason: string;
  readonly again: () => void;
}

/** A store that the browser does not open: what often helps, and what is left to do. */
const Shut = ({ reason, again, ...afresh }: ShutProps) => (
  <>
    <WarningText>{rescueStrings.shut}</WarningText>
    <p className="govuk-body">{rescueStrings.why}</p>
    <ol className="govuk-list govuk-list--number">
      {rescueStrings.shutDo.map((step) => (
        <li key={step}>{step}</li>
      ))}
    </ol>
    <p className="govuk-hint">{rescueStrings.shutReason(reason)}</p>
    <Button type="button" onClick={again}>
      {rescueStrings.again}
    </Button>
    <Heading level={2}>{rescueStrings.afresh}</Heading>
    <p className="govuk-body">{rescueStrings.shutAfresh}</p>
    <StartAfresh sha256={undefined} {...afresh} />
  </>
);

/** What is kept in this browser, read without a change: what can be saved of it where it is damaged, and how to go on. */
export const RescueScreen = () => {
  const services = useServices();
  const [found, setFound] = useState<Result<Rescue | undefined>>();
  const [isEmptied, setEmptied] = useState(false);
  const read = useCallback(async () => {
    const { clock, lock, version } = services;
    const keeper = await lock.keeper();
    const making = { app: version, at: clock(), lead: rescueStrings.lead, open: keeper.sealing()?.open };
    const rescued = await rescue(databaseName, making);
    if (!rescued.ok && rescued.failures[0]?.code === 'storage.locked') keeper.ask();
    return rescued;
  }, [services]);
  useEffect(() => void read().then(setFound), [read]);
  const afresh = { read, onEmptied: () => setEmptied(true) };
  if (isEmptied) return <Emptied key="emptied" />;
  const [failure] = found && !found.ok ? found.failures : [];
  if (failure && failure.code !== 'storage.damaged')
    return (
      <Screen key="problem" title={rescueStrings.title} back="/">
        <Problem failures={[failure]} />
      </Screen>
    );
  return (
    <Screen title={rescueStrings.title} back="/">
      <Heading>{rescueStrings.title}</Heading>
      {!found && (
        <p className="govuk-body" role="status">
          {rescueStrings.reading}
        </p>
      )}
      {found?.ok && !found.value && <InsetText>{rescueStrings.none}</InsetText>}
      {found?.ok && found.value && <Opened key={found.value.sha256} found={found.value} {...afresh} />}
      {failure && (
        <Shut reason={String(failure.params['reason'])} again={() => void read().then(setFound)} {...afresh} />
      )}
      {found && <Room />}
    </Screen>
  );
};
