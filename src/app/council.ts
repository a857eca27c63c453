import { useEffect, useState } from 'react';
import { brandColour } from '../policy/app-settings';
import { useServices } from '../services';
import { en } from '../strings/en';

interface Council {
  readonly name: string;
  readonly service: string;
  readonly example: boolean;
}

/** Whose service this is, once the settings are there; until then the service's own name. */
export const useCouncil = (): Council => {
  const services = useServices();
  const [council, setCouncil] = useState<Council>({ name: en.service, service: en.service, example: false });
  useEffect(() => {
    void services.site().then((site) => {
      if (site.ok) {
        const { app, example } = site.value.settings;
        const colour = brandColour(site.value.settings);
        // Set through the CSSOM, which the content security policy allows; an attribute it would refuse.
        if (colour !== undefined) document.documentElement.style.setProperty('--govuk-brand-colour', colour);
        setCouncil({ name: app.council, service: app.service, example });
      }
    });
  }, [services]);
  return council;
};
