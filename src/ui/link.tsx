import { type ComponentProps, createContext, type ReactNode, use } from 'react';

export interface LinkProps extends ComponentProps<'a'> {
  readonly href: string;
}

/** Writes an anchor: the browser's own, or a router's. */
export type RenderLink = (props: LinkProps) => ReactNode;

const plain: RenderLink = ({ children, ...rest }) => <a {...rest}>{children}</a>;

const LinkContext = createContext(plain);

/** Says how links within the app are written and followed; without it, as the browser does. */
export const LinkProvider = ({ link, children }: { readonly link: RenderLink; readonly children: ReactNode }) => (
  <LinkContext value={link}>{children}</LinkContext>
);

/** An anchor to a place in the app, with no class of its own: what every component here links with. */
export const Anchor = (props: LinkProps) => use(LinkContext)(props);

/** A link within the app, as it stands in running text. */
export const Link = ({ className = 'govuk-link', ...props }: LinkProps) => <Anchor className={className} {...props} />;
