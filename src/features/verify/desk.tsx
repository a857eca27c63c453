import { lazy, useState } from 'react';
import { failure } from '../../base/result';
import { en } from '../../strings/en';
import { Problem } from '../../views/problem';
import { Screen } from '../../views/screen';
import type { DeskPlace } from './desk-places';
import type { FolderWork } from './folder/work';
import { Verify } from './verify';

const Folder = lazy(() => import('./folder/folder').then((module) => ({ default: module.Folder })));
const ChooseReperformance = lazy(() =>
  import('./reperform/choose').then((module) => ({ default: module.ChooseReperformance })),
);
const Reperform = lazy(() => import('./reperform/reperform').then((module) => ({ default: module.Reperform })));

const Overview = lazy(() => import('./overview/overview').then((module) => ({ default: module.Overview })));
const Trust = lazy(() => import('./trust/trust').then((module) => ({ default: module.Trust })));

interface DeskProps {
  readonly place: string;
  readonly navigate: (to: string) => void;
}

/** The auditor's desk. What was found in a folder is kept as long as it is open. */
export const Desk = ({ place, navigate }: DeskProps) => {
  const [work, setWork] = useState<FolderWork>();
  const [first = '', about] = place.split('/').filter((part) => part !== '');
  const screen = first as DeskPlace;
  switch (screen) {
    case '':
      return <Verify navigate={navigate} />;
    case 'folder':
      return <Folder work={work} setWork={setWork} navigate={navigate} />;
    case 'overview':
      return <Overview work={work} />;
    case 'reperform':
      return about === undefined ? (
        <ChooseReperformance navigate={navigate} />
      ) : (
        <Reperform key={about} draft={about} />
      );
    case 'trust':
      return <Trust />;
    default:
      return (
        <Screen title={en.notFound.title} back="/verify">
          <Problem failures={[failure('address.unknown', window.location.hash)]} />
        </Screen>
      );
  }
};
