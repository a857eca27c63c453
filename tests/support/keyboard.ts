import type { Locator, Page } from 'playwright';

/** More stops than any page has between two of its controls. */
const mostStops = 300;

const isFocused = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => element === document.activeElement);

/** Whether what has the focus can be seen: it has a size, lies in the window and is not covered. */
const isSeen = (target: Locator): Promise<boolean> =>
  target.evaluate((element) => {
    // GOV.UK draws its own box over a radio or checkbox, as part of the label
    const box = element.getBoundingClientRect();
    const [x, y] = [box.left + box.width / 2, box.top + box.height / 2];
    const top = document.elementFromPoint(x, y);
    const own = [element, ...((element as HTMLInputElement).labels ?? [])];
    return box.width > 0 && box.height > 0 && top !== null && own.some((one) => one.contains(top) || top.contains(one));
  });

/** Goes from one control to the next with the Tab key until the wanted one has the focus. */
const reach = async (page: Page, target: Locator): Promise<void> => {
  await target.waitFor();
  for (let stops = 0; !(await isFocused(target)); stops++) {
    if (stops === mostStops) throw new Error(`the Tab key does not come to ${String(target)}`);
    await page.keyboard.press('Tab');
  }
  if (!(await isSeen(target))) throw new Error(`the focus cannot be seen on ${String(target)}`);
};

/** The Tab key comes to one radio of a group, and the arrows go through the others. */
const chooseRadio = async (page: Page, target: Locator): Promise<void> => {
  const name = await target.getAttribute('name');
  const group = page.locator(`input[type=radio][name="${name}"]`);
  const stop = group.and(page.locator(':checked')).or(group.first()).last();
  await reach(page, (await group.and(page.locator(':checked')).count()) > 0 ? stop : group.first());
  if (!(await target.isChecked())) await page.keyboard.press('Space');
  for (let steps = 0; !(await target.isChecked()); steps++) {
    if (steps === mostStops) throw new Error(`the arrows do not come to ${String(target)}`);
    await page.keyboard.press('ArrowDown');
  }
};

const check = async (page: Page, target: Locator): Promise<void> => {
  if ((await target.getAttribute('type')) === 'radio') return chooseRadio(page, target);
  if (await target.isChecked()) return;
  await reach(page, target);
  await page.keyboard.press('Space');
};

const uncheck = async (page: Page, target: Locator): Promise<void> => {
  if (!(await target.isChecked())) return;
  await reach(page, target);
  await page.keyboard.press('Space');
};

const fill = async (page: Page, target: Locator, text: string): Promise<void> => {
  await reach(page, target);
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(text.slice(0, 5));
  await page.keyboard.insertText(text.slice(5)); // as fast as a paste
};

type Wanted = string | readonly string[] | { readonly label?: string; readonly value?: string };

const select = async (page: Page, target: Locator, wanted: Wanted): Promise<void> => {
  await reach(page, target);
  const option = typeof wanted === 'string' || 'length' in wanted ? { label: [wanted].flat()[0] } : wanted;
  const value = await target.evaluate(
    (list, wish: { readonly label?: string | undefined; readonly value?: string | undefined }) => {
      const { options } = list as HTMLSelectElement;
      return [...options].find(({ label, value: own }) => label === wish.label || own === wish.value)?.value;
    },
    option,
  );
  await page.keyboard.press('Home');
  for (let steps = 0; (await target.inputValue()) !== value; steps++) {
    if (steps === mostStops)
      throw new Error(`the arrows do not come to ${JSON.stringify(wanted)} in ${String(target)}`);
    await page.keyboard.press('ArrowDown');
  }
};

const click = async (page: Page, target: Locator): Promise<void> => {
  await reach(page, target);
  await page.keyboard.press('Enter');
};

type Files = Parameters<Locator['setInputFiles']>[0];

const chooseFiles = async (page: Page, target: Locator, files: Files): Promise<void> => {
  await reach(page, target);
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.keyboard.press('Space')]);
  await chooser.setFiles(files);
};

const acts: Readonly<Record<string, (page: Page, target: Locator, wanted: never) => Promise<void>>> = {
  check,
  click,
  fill,
  selectOption: select,
  setInputFiles: chooseFiles,
  uncheck,
};

const isLocator = (value: unknown): value is Locator =>
  typeof value === 'object' && value !== null && 'selectOption' in value && 'waitFor' in value;

/**
 * A page whose controls are reached and worked with the keyboard alone, whoever asks it to click, check, fill or choose.
 * Where the Tab key does not come to a control, or the focus cannot be seen on it, the act fails and says so.
 */
export const byKeyboard = (page: Page): Page => {
  page.on('filechooser', () => undefined); // else Playwright takes them only from some moment after it is asked for one
  const wrapped = <Target extends object>(target: Target): Target =>
    new Proxy(target, {
      get: (_, name) => {
        const act = typeof name === 'string' && isLocator(target) ? acts[name] : undefined;
        if (act && isLocator(target)) return (wanted: never) => act(page, target, wanted);
        const value: unknown = Reflect.get(target, name);
        if (typeof value !== 'function') return value;
        return (...args: readonly unknown[]): unknown => {
          const found: unknown = Reflect.apply(value, target, args);
          return isLocator(found) ? wrapped(found) : found;
        };
      },
    });
  return wrapped(page);
};
