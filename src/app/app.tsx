import { lazy, Suspense, useSyncExternalStore } from 'react';
import { Route, Router, Switch, useLocation } from 'wouter';
import { useHashLocation } from 'wouter/use-hash-location';
import { NewDraft } from '../features/start/new-draft';
import { StartScreen } from '../features/start/start-screen';
import { type Services, ServicesProvider, useServices } from '../services';
import { en } from '../strings/en';
import { Footer, LinkProvider, PhaseBanner, ServiceHeader, SkipLink } from '../ui';
import { Loading, Problem } from '../views/problem';
import { Screen } from '../views/screen';
import { ErrorBoundary } from './error-boundary';
import { AppLink } from './link';
import { useCouncil } from './council';
import { routes } from './routes';

// Each task is fetched when it is first opened: the start page answers before any of them is there.
const Accessibility = lazy(() =>
  import('../features/accessibility/accessibility').then((module) => ({ default: module.Accessibility })),
);
const Again = lazy(() => import('../features/again/again').then((module) => ({ default: module.Again })));
/** The screens of an assessment. */
export const fetchAssess = () => import('../features/assess/assess');
const Assess = lazy(() => fetchAssess().then((module) => ({ default: module.Assess })));
const Drafts = lazy(() =>
  import('../features/start/drafts-screen').then((module) => ({ default: module.DraftsScreen })),
);
const Practise = lazy(() =>
  import('../features/start/practise-screen').then((module) => ({ default: module.PractiseScreen })),
);
const Backup = lazy(() =>
  import('../features/start/backup-screen').then((module) => ({ default: module.BackupScreen })),
);
const Lock = lazy(() => import('./locked').then((module) => ({ default: module.Lock })));
const Gate = lazy(() => import('./locked').then((module) => ({ default: module.Gate })));
const LockNow = lazy(() => import('./locked').then((module) => ({ default: module.LockNow })));
const Guidance = lazy(() => import('../features/guidance/guidance').then((module) => ({ default: module.Guidance })));
const Keys = lazy(() => import('../features/keys/keys').then((module) => ({ default: module.Keys })));
const Rescue = lazy(() => import('../features/rescue/rescue').then((module) => ({ default: module.RescueScreen })));
const Sign = lazy(() => import('../features/sign/sign').then((module) => ({ default: module.Sign })));
const Decide = lazy(() => import('../features/decide/decide').then((module) => ({ default: module.Decide })));
const Read = lazy(() => import('../features/read/read').then((module) => ({ default: module.Read })));
const Desk = lazy(() => import('../features/verify/desk').then((module) => ({ default: module.Desk })));
const ThisApp = lazy(() => import('./offline/this-app').then((module) => ({ default: module.ThisApp })));

/** Nothing of it is fetched before the page has been quiet for this long: whoever starts at once is served first. */
const quiet = 5000;
const Late = lazy(async () => {
  await new Promise((resolve) => setTimeout(resolve, quiet));
  return { default: (await import('./offline/late')).Late };
});

const useLock = () => {
  const { lock } = useServices();
  return useSyncExternalStore(lock.watch, lock.read);
};

/** What shows nothing that is kept. */
const needsNoPassphrase = /^\/(verify|guidance|accessibility|this-app)\b/;

const Screens = () => {
  const [location, navigate] = useLocation();
  const isLocked = useLock() === 'locked' && !needsNoPassphrase.test(location);
  return (
    <Suspense fallback={<Loading />}>
      {isLocked ? (
        <Gate />
      ) : (
        <Switch>
          <Route path={routes.start}>
            <StartScreen />
          </Route>
          <Route path={routes.beginPractice}>
            {({ policy }) => <NewDraft policy={policy} kind="practice" navigate={navigate} />}
          </Route>
          <Route path={routes.begin}>
            {({ policy }) => <NewDraft policy={policy} kind="record" navigate={navigate} />}
          </Route>
          <Route path={routes.practise}>{({ policy }) => <Practise policy={policy} />}</Route>
          <Route path={routes.drafts}>
            <Drafts />
          </Route>
          <Route path={routes.assess}>
            {({ draft, '*': place = '' }) => <Assess draft={draft} place={place} navigate={navigate} />}
          </Route>
          <Route path={routes.guidance}>
            {({ policy, note }) => <Guidance key={`${policy}/${note}`} policy={policy} note={note} />}
          </Route>
          <Route path={routes.again}>
            {({ record }) => <Again key={record} record={record} navigate={navigate} />}
          </Route>
          <Route path={routes.sign}>{({ draft }) => <Sign draft={draft} />}</Route>
          <Route path={routes.backup}>
            <Backup />
          </Route>
          <Route path={routes.lock}>
            <Lock />
          </Route>
          <Route path={routes.rescue}>
            <Rescue />
          </Route>
          <Route path={routes.keys}>
            <Keys />
          </Route>
          <Route path={routes.accessibility}>
            <Accessibility />
          </Route>
          <Route path={routes.thisApp}>
            <ThisApp />
          </Route>
          <Route path={routes.verify}>{({ '*': place = '' }) => <Desk place={place} navigate={navigate} />}</Route>
          <Route path={routes.read}>{({ file }) => <Read key={file} file={file} />}</Route>
          {(['decide', 'next'] as const).map((flow) => (
            <Route key={flow} path={routes[flow]}>
              {({ document }) => <Decide key={document} flow={flow} document={document} navigate={navigate} />}
            </Route>
          ))}
          <Route>
            <Screen title={en.notFound.title} back="/">
              <Problem failures={[{ code: 'address.unknown', place: window.location.hash, params: {} }]} />
            </Screen>
          </Route>
        </Switch>
      )}
    </Suspense>
  );
};

const Frame = () => {
  const council = useCouncil();
  const isUnlocked = useLock() === 'unlocked';
  return (
    <>
      <SkipLink />
      <ServiceHeader
        organisation={council.name}
        service={council.service}
        home="/"
        items={[
          { text: en.nav.guidance, href: '/guidance' },
          { text: en.nav.verify, href: '/verify' },
        ]}
      >
        {council.example && <PhaseBanner tag={en.example}>{en.exampleCouncil}</PhaseBanner>}
      </ServiceHeader>
      <ErrorBoundary>
        <Screens />
      </ErrorBoundary>
      <Suspense>
        <Late />
      </Suspense>
      <Footer
        links={[
          { text: en.footer.links.start, href: '/' },
          { text: en.footer.links.guidance, href: '/guidance' },
          { text: en.footer.links.verify, href: '/verify' },
          { text: en.footer.links.keys, href: '/keys' },
          { text: en.footer.links.backup, href: '/backup' },
          { text: en.footer.links.thisApp, href: '/this-app' },
          { text: en.footer.links.accessibility, href: '/accessibility' },
        ]}
      >
        {en.footer.local}
        {isUnlocked && (
          <Suspense>
            <div className="govuk-!-margin-top-4">
              <LockNow />
            </div>
          </Suspense>
        )}
      </Footer>
    </>
  );
};

/** The whole app, given what comes from outside. */
export const App = ({ services }: { readonly services: Services }) => (
  <ServicesProvider value={services}>
    {/* oxlint-disable-next-line react/hooks -- the router asks for the hook itself, and calls it as one */}
    <Router hook={useHashLocation}>
      <LinkProvider link={AppLink}>
        <Frame />
      </LinkProvider>
    </Router>
  </ServicesProvider>
);
