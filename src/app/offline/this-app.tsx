import { useEffect, useState, useSyncExternalStore } from 'react';
import { writtenTime } from '../../base/calendar';
import { inLanguage } from '../../policy/present';
import { useServices, useSite } from '../../services';
import { thisApp } from '../../strings/this-app';
import { Button, ButtonGroup, Heading, WarningText } from '../../ui';
import { SummaryList } from '../../ui/content/summary-list';
import { Screen } from '../../views/screen';
import { keptCopy } from './kept-site';
import { updatesOf } from './late';
import { takeNewest } from './updates';

/** The version in use and the one that waits, and whether all this works without a network. */
export const ThisApp = () => {
  const services = useServices();
  const updates = updatesOf(services);
  const { here, next, kept, failed } = useSyncExternalStore(updates.watch, updates.read);
  const site = useSite();
  const [looked, setLooked] = useState('');
  useEffect(() => void updates.begin(), [updates]);
  const look = async (): Promise<void> => {
    setLooked(thisApp.checking);
    setLooked(thisApp[await updates.check()]);
  };
  const copy = keptCopy();
  return (
    <Screen title={thisApp.title} back="/">
      <Heading size="xl">{thisApp.title}</Heading>
      <p className="govuk-body">{thisApp.intro}</p>
      {failed && <WarningText>{kept === 'all' ? thisApp.failedUpdate : thisApp.failedFirst}</WarningText>}
      <SummaryList
        rows={[
          { key: thisApp.here, value: thisApp.build(here) },
          { key: thisApp.next, value: next ? thisApp.build(next) : thisApp.noNext },
          { key: thisApp.offline, value: thisApp.kept[kept] },
          ...(site?.ok ? site.value.policies : []).map(({ welcome, version }) => ({
            key: thisApp.policies,
            value: (
              <>
                <div>{thisApp.policy(inLanguage(welcome.title, 'en'), version)}</div>
                {copy && <div>{thisApp.keptCopy(writtenTime(copy.since), copy.isSiteFaulty)}</div>}
              </>
            ),
          })),
        ]}
      />
      {next && <p className="govuk-body">{thisApp.noticeText}</p>}
      {kept !== 'never' && (
        <>
          <ButtonGroup>
            {next && (
              <Button type="button" onClick={() => void takeNewest()}>
                {thisApp.take}
              </Button>
            )}
            <Button type="button" look="secondary" onClick={() => void look()}>
              {thisApp.check}
            </Button>
          </ButtonGroup>
          <p className="govuk-body" role="status">
            {looked}
          </p>
          <Heading level={2}>{thisApp.install}</Heading>
          <p className="govuk-body">{thisApp.installText}</p>
        </>
      )}
      <p className="govuk-body">
        <a className="govuk-link" href="licences.txt">
          {thisApp.licences}
        </a>
      </p>
    </Screen>
  );
};
