import { useId } from 'react';
import { pagesStrings as strings } from '../../strings/pages';
import { Button, Dropdown } from '../../ui';
import type { PagesAbout } from '../../verify/pages';
import type { Place, Zoom } from './sight';

interface ToolsProps {
  readonly about: PagesAbout;
  /** The page that is being read, counted from 0. */
  readonly current: number;
  readonly zoom: Zoom;
  readonly onZoom: (zoom: Zoom) => void;
  readonly go: (to: Place) => void;
}

const zooms = Object.entries(strings.zooms).map(([value, text]) => ({ value, text }));

/** The ways to a page, a section and a size. */
export const Tools = ({ about: { sizes, bookmarks }, current, zoom, onZoom, go }: ToolsProps) => {
  const id = useId();
  const last = sizes.length - 1;
  const toSection = (value: string): void => {
    const bookmark = value === '' ? undefined : bookmarks[Number(value)];
    if (bookmark) go(bookmark);
  };
  return (
    <div className="app-pages__tools">
      <Button type="button" look="secondary" disabled={current <= 0} onClick={() => go({ page: current - 1, down: 0 })}>
        {strings.previous}
        <span className="govuk-visually-hidden">{strings.ofPages}</span>
      </Button>
      <p className="govuk-body" role="status">
        {strings.page(current + 1, sizes.length)}
      </p>
      <Button
        type="button"
        look="secondary"
        disabled={current >= last}
        onClick={() => go({ page: current + 1, down: 0 })}
      >
        {strings.next}
        <span className="govuk-visually-hidden">{strings.ofPages}</span>
      </Button>
      <label className="govuk-visually-hidden" htmlFor={id}>
        {strings.zoom}
      </label>
      <Dropdown id={id} options={zooms} value={zoom} onChange={(event) => onZoom(event.target.value as Zoom)} />
      {bookmarks.length > 0 && (
        <Dropdown
          className="app-pages__section"
          aria-label={strings.section}
          value=""
          options={[
            { value: '', text: strings.section },
            ...bookmarks.map(({ title, page }, index) => ({
              value: String(index),
              text: strings.sectionAt(title, page + 1),
            })),
          ]}
          onChange={(event) => toSection(event.target.value)}
        />
      )}
    </div>
  );
};
