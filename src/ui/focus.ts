/**
 * Moves focus to something that is not a control (a heading, a banner), so that screen readers speak it. It leaves the
 * order of tabbing as it was: the tabindex goes again with the focus.
 */
export const focusElement = (element: HTMLElement): void => {
  if (!element.hasAttribute('tabindex')) {
    element.setAttribute('tabindex', '-1');
    element.addEventListener('blur', () => element.removeAttribute('tabindex'), { once: true });
  }
  element.focus();
};

const controls = 'input, select, textarea, button, a[href], summary';

/** The control of that id; in a group of that id, its first control in error, or its first. */
export const controlOf = (id: string): HTMLElement | null => {
  const target = document.getElementById(id);
  if (!target || target.matches(controls)) return target;
  return (
    target.querySelector<HTMLElement>('[class*="--error"]:is(input, select, textarea)') ??
    target.querySelector<HTMLElement>(controls) ??
    target
  );
};

const labelOf = (control: HTMLElement): Element | null => {
  const legend = control.closest('fieldset')?.querySelector('legend');
  if (legend) {
    const choice = control instanceof HTMLInputElement && ['checkbox', 'radio'].includes(control.type);
    const span = control.getBoundingClientRect().bottom - legend.getBoundingClientRect().top;
    if (choice || span < window.innerHeight / 2) return legend;
  }
  return control.id ? document.querySelector(`label[for="${CSS.escape(control.id)}"]`) : null;
};

/**
 * Takes the person to a field: focus on its control, with its question in view. The question is the legend, unless that
 * stands more than half a screen above the control (as GOV.UK Frontend's error summary does).
 */
export const focusField = (id: string): void => {
  const control = controlOf(id);
  if (!control) return;
  (labelOf(control) ?? control).scrollIntoView();
  if (control.matches(controls)) control.focus({ preventScroll: true });
  else focusElement(control);
};
