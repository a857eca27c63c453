import { useEffect, useState } from 'react';
import { useServices } from '../services';
import { en } from '../strings/en';

interface Council {
  readonly name: string;
  readonly example: boolean;
}

/** Whose service this is, once the settings are there; until then the service's own name. */
export const useCouncil = (): Council => {
  const services = useServices();
  const [council, setCouncil] = useState<Council>({ name: en.service, example: false });
  useEffect(() => {
    void services.site().then((site) => {
      if (site.ok) setCouncil({ name: site.value.settings.app.council, example: site.value.settings.example });
    });
  }, [services]);
  return council;
};
