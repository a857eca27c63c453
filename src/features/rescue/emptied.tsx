import { useEffect } from 'react';
import { rescueStrings } from '../../strings/rescue';
import { ButtonLink, Panel } from '../../ui';
import { Screen } from '../../views/screen';

/** The store is gone. Whatever is opened next is loaded anew: what this page knew of the store is no longer so. */
export const Emptied = () => {
  useEffect(() => {
    const anew = (): void => window.location.reload();
    window.addEventListener('hashchange', anew);
    return () => window.removeEventListener('hashchange', anew);
  }, []);
  return (
    <Screen title={rescueStrings.done}>
      <Panel title={rescueStrings.done}>{rescueStrings.doneLead}</Panel>
      <ButtonLink href="/backup">{rescueStrings.open}</ButtonLink>
    </Screen>
  );
};
