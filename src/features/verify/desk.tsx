import { lazy } from 'react';
import { failure } from '../../base/result';
import { en } from '../../strings/en';
import { Problem } from '../../views/problem';
import { Screen } from '../../views/screen';
import type { DeskPlace } from './desk-places';
import { Verify } from './verify';

const Folder = lazy(() => import('./folder/folder').then((module) => ({ default: module.Folder })));
const ChooseReperformance = lazy(() =>
  import('./reperform/choose').then((module) => ({ default: module.ChooseReperformance })),
);
const Reperform = lazy(() => import('./reperform/reperform').then((module) => ({ default: module.Reperform })));

const Trust = lazy(() => import('./trust/trust').then((module) => ({ default: module.Trust })));

interface DeskProps {
  readonly place: string;
  readonly navigate: (to: string) => void;
}

/** The auditor's desk. */
export const Desk = ({ place, navigate }: DeskProps) => {
  const [first = '', about] = place.split('/').filter((part) => part !== '');
  const screen = first as DeskPlace;
  switch (screen) {
    case '':
      return <Verify navigate={navigate} />;
    case 'folder':
      return <Folder navigate={navigate} />;
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
