import { Link as RouterLink } from 'wouter';
import type { LinkProps } from '../ui';

/** A link inside the app goes by the router; any other, as the browser does. */
export const AppLink = ({ href, ref: _, ...rest }: LinkProps) =>
  href.startsWith('/') ? <RouterLink href={href} {...rest} /> : <a href={href} {...rest} />;
