import { addDays } from '../../../src/base/calendar';
import type { Settings } from '../../../src/policy/settings';
import type { Choose } from '../../support/answers';
import { choice, outcome, page, policyWith, words } from './base';

/** A field as conditions may read it. */
interface Known {
  readonly id: string;
  readonly kind: string;
  readonly options: readonly string[];
  readonly rows?: string;
}

/** A derived value as conditions may read it. */
interface Value {
  readonly id: string;
  readonly sort: 'number' | 'date' | 'id';
  readonly can: readonly string[];
  readonly rows?: string;
}

/** What a condition may read where it stands. */
interface Sight {
  readonly fields: readonly Known[];
  readonly values: readonly Value[];
  readonly row?: string;
  /** At the end of the walk, where outcome, unsure and raised may be read. */
  readonly atEnd?: boolean;
}

const firstDay = '2028-02-28';
const items = ['a1', 'a2'];

const service = (id: string, contact?: string) => ({ id, label: words(), ...(contact !== undefined && { contact }) });

/** What a council may list, as far as a small policy can tell it apart. */
export const serviceLists = [[], [service('s1')], [service('s2', 'Sam')], [service('s1', 'Kim'), service('s2')]];

/** A policy and settings for it, from a row of numbers; zeros give the simplest. */
export const randomPolicy = (
  numbers: readonly number[],
): { readonly policy: unknown; readonly values: Settings['values'] } => {
  let at = 0;
  const draw: Choose = (count) => {
    const number = numbers[at] ?? 0;
    at += 1;
    return number % count;
  };
  const one = <Item>(some: readonly Item[]): Item => some[draw(some.length)] as Item;
  const maybe = (chance: number): boolean => draw(chance) === chance - 1;

  let made = 0;
  const id = (kind: string): string => {
    made += 1;
    return `${kind}${made}`;
  };

  /** What a policy has much of: a little of all, rows, dates, or amounts. */
  const theme = one(['all', 'rows', 'dates', 'amounts', 'all']);
  const days = draw(3);
  const declared = [
    { id: 'size', kind: 'whole', label: words(), min: 0, max: 3, ...(maybe(2) && { default: draw(4) }) },
    { id: 'larger', kind: 'whole', label: words(), min: 0, max: 3, ...(maybe(2) && { notBelow: 'size' }) },
    {
      id: 'mode',
      kind: 'choice',
      label: words(),
      options: ['m1', 'm2'].map((option) => ({ id: option, label: words() })),
    },
  ];
  const further = [
    { id: 'fee', kind: 'money', label: words(), min: 0, max: 2, ...(maybe(2) && { default: draw(3) }) },
    { id: 'named', kind: 'text', label: words(), ...(maybe(2) && { default: 'word-b' }) },
    { id: 'services', kind: 'list', label: words(), ...(maybe(2) && { default: [service('s1')] }) },
  ];
  const settings = [...declared.slice(0, draw(4)), ...further.filter(() => maybe(3))];
  const ids = new Set(settings.map((setting) => setting.id));
  const size = draw(4);
  const values: Settings['values'] = {
    ...(ids.has('size') && !maybe(4) && { size }),
    ...(ids.has('larger') && { larger: Math.max(size, draw(4)) }),
    ...(ids.has('mode') && { mode: one(['m1', 'm2']) }),
    ...(ids.has('fee') && !maybe(4) && { fee: draw(3) }),
    ...(ids.has('named') && !maybe(4) && { named: one(['word-a', 'Words']) }),
    ...(ids.has('services') && !maybe(4) && { services: one(serviceLists) }),
  };

  /** Which row a repeated thing is read in: that at hand, or one that is named. */
  const rowOf = (rows: string | undefined, sight: Sight): object =>
    rows === undefined || rows === sight.row || rows !== 'items' ? {} : { row: one(items) };
  const canRead = (rows: string | undefined, sight: Sight): boolean =>
    rows === undefined || rows === 'items' || rows === sight.row;

  const fieldsOf = (sight: Sight, ...kinds: readonly string[]): readonly Known[] =>
    sight.fields.filter((field) => kinds.includes(field.kind) && canRead(field.rows, sight));
  const valuesOf = (sight: Sight, sort: Value['sort']): readonly Value[] =>
    sight.values.filter((value) => value.sort === sort && canRead(value.rows, sight));
  const butOne = ({ fields }: Sight): object => (maybe(2) && fields.length > 0 ? { but: [one(fields).id] } : {});
  const orElse = (literal: number): object => (maybe(4) ? { else: literal } : {});

  const numberIn = (sight: Sight): unknown => {
    const ways: (() => unknown)[] = [
      ...fieldsOf(sight, 'money', 'whole', 'scale').map((field) => () => ({
        field: field.id,
        ...rowOf(field.rows, sight),
        ...orElse(draw(3)),
      })),
      ...fieldsOf(sight, 'choice').map((field) => () => ({
        score: field.id,
        ...rowOf(field.rows, sight),
        ...orElse(draw(3)),
      })),
      ...valuesOf(sight, 'number').map((value) => () => ({
        value: value.id,
        ...rowOf(value.rows, sight),
        ...orElse(draw(3)),
      })),
      ...['size', 'larger', 'fee']
        .filter((setting) => ids.has(setting))
        .map((setting) => () => ({ setting, ...orElse(1) })),
      ...(sight.atEnd ? [() => ({ unsure: true, ...butOne(sight) }), () => ({ raised: [one(['p1', 'p2'])] })] : []),
    ];
    return ways.length === 0 ? draw(4) : one(ways)();
  };

  const dateIn = (sight: Sight): unknown => {
    const ways: (() => unknown)[] = [
      () => ({ today: true }),
      ...fieldsOf(sight, 'date').map((field) => () => ({ field: field.id, ...rowOf(field.rows, sight) })),
      ...valuesOf(sight, 'date').map((value) => () => ({ value: value.id, ...rowOf(value.rows, sight) })),
    ];
    return one(ways)();
  };
  const anyDay = (): string => addDays(firstDay, draw(5) - 1);

  const compareChoice = (sight: Sight, field: Known): object => {
    const subject = { field: field.id, ...rowOf(field.rows, sight) };
    const others = fieldsOf(sight, 'choice').filter((other) => other.id !== field.id);
    if (others.length > 0 && maybe(6)) {
      const other = one(others);
      return { ...subject, is: { field: other.id, ...rowOf(other.rows, sight) } };
    }
    if (ids.has('mode') && maybe(8)) return { setting: 'mode', is: one(['m1', 'm2']) };
    return maybe(3)
      ? { ...subject, oneOf: [one(field.options), one(field.options)] }
      : { ...subject, is: one(field.options) };
  };

  const comparison = (sight: Sight): object => {
    const ways: (() => object)[] = [
      ...fieldsOf(sight, 'choice').map((field) => () => compareChoice(sight, field)),
      ...fieldsOf(sight, 'choices').map((field) => () => ({
        field: field.id,
        ...rowOf(field.rows, sight),
        includes: one(field.options),
      })),
      ...fieldsOf(sight, 'text').map((field) => () => ({
        field: field.id,
        ...rowOf(field.rows, sight),
        is: ids.has('named') && maybe(2) ? { setting: 'named' } : one(['word-a', 'word-b']),
      })),
      ...fieldsOf(sight, 'choice').flatMap((field) =>
        field.options.includes('s1') && field.rows === undefined
          ? [() => ({ answered: { contact: field.id } }), () => ({ field: field.id, is: 's1' })]
          : [],
      ),
      ...(ids.has('named') ? [() => ({ setting: 'named', is: one(['word-a', 'word-b']) })] : []),
      ...['named', 'services', 'fee']
        .filter((setting) => ids.has(setting))
        .map((setting) => () => ({ answered: { setting } })),
      ...valuesOf(sight, 'id').map((value) => () => ({
        value: value.id,
        ...rowOf(value.rows, sight),
        is: one(value.can),
      })),
      ...sight.fields
        .filter((field) => canRead(field.rows, sight))
        .map((field) => () => ({ answered: { field: field.id, ...rowOf(field.rows, sight) } })),
      ...sight.values
        .filter((value) => canRead(value.rows, sight))
        .map((value) => () => ({ answered: { value: value.id, ...rowOf(value.rows, sight) } })),
      ...(sight.atEnd ? [() => ({ outcome: true, is: one(['end1', 'end2']) })] : []),
      ...(ids.has('mode') ? [() => ({ setting: 'mode', is: one(['m1', 'm2']) })] : []),
    ];
    const numeric = (): object => {
      const subject = numberIn(sight);
      if (typeof subject !== 'object' || subject === null) return { today: true, after: anyDay() };
      const against = maybe(3) ? numberIn(sight) : draw(6);
      return { ...subject, [one(['atLeast', 'atMost', 'is'])]: against };
    };
    const dated = (): object => {
      const subject = dateIn(sight) as object;
      const against = maybe(2) ? dateIn(sight) : anyDay();
      return { ...subject, [one(['before', 'after', 'before', 'after', 'is'])]: against };
    };
    const way = theme === 'dates' && maybe(2) ? 5 : theme === 'amounts' && maybe(2) ? 4 : draw(6);
    if (way === 4 || ways.length === 0) return numeric();
    if (way === 5) return dated();
    return one(ways)();
  };

  const condition = (sight: Sight, depth = 0): object => {
    const way = depth > 1 ? 0 : draw(7);
    if (way === 4) return { not: condition(sight, depth + 1) };
    if (way === 5) return { all: [condition(sight, depth + 1), condition(sight, depth + 1)] };
    if (way === 6) return { any: [condition(sight, depth + 1), condition(sight, depth + 1)] };
    return comparison(sight);
  };

  const pageCount = 1 + draw(4);
  const outcomes = ['end1', 'end2', 'end3'].slice(0, 2 + draw(2));
  const known: Known[] = [];
  const derived: object[] = [];
  const derivedKnown: Value[] = [];
  let left = 12;

  const shared = (sight: Sight): object => ({
    ...(known.length > 0 && maybe(4) && { when: condition(sight) }),
    ...(maybe(5) && { required: known.length > 0 && maybe(2) ? condition(sight) : false }),
  });

  const optionsFor = (name: string, sight: Sight): readonly object[] => {
    const count = 2 + draw(2);
    return Array.from({ length: count }, (_, index) => ({
      id: index === 0 && maybe(4) ? 'same' : `${name}-o${index}`,
      ...(maybe(4) && { score: draw(4) }),
      ...(index === count - 1 && maybe(2) && { unsure: true }),
      ...(index > 0 && known.length > 0 && maybe(6) && { when: condition(sight) }),
    }));
  };
  /** The options of a field, and at times those of a council. */
  const withServices = (options: readonly object[]): readonly object[] =>
    ids.has('services') && maybe(3) ? [{ from: { setting: 'services' } }, ...options] : options;
  const idsOf = (options: readonly object[]): readonly string[] =>
    options.map((option) => ('id' in option ? String(option.id) : 's1'));

  const dateField = (sight: Sight): object => {
    const from = maybe(3) ? dateIn(sight) : anyDay();
    const to = maybe(3) ? dateIn(sight) : addDays(firstDay, 1 + draw(3));
    const precision = maybe(4) ? 'month' : 'day';
    // bounds that may be missing would leave more days than brute force can try
    return { precision, from: bounded(from, firstDay), to: bounded(to, addDays(firstDay, 2)) };
  };
  const bounded = (operand: unknown, instead: string): unknown =>
    typeof operand === 'object' && operand !== null && !('today' in operand) ? { ...operand, else: instead } : operand;

  const simpleField = (sight: Sight, inGroup: boolean): { readonly field: object; readonly known: Known } => {
    left -= 1;
    const name = id('q');
    const kinds = ['choice', 'choice', 'choice', 'choices', 'money', 'scale', 'whole', 'date', 'text', 'file'];
    const themed = theme === 'dates' ? 'date' : theme === 'amounts' ? 'money' : undefined;
    const kind = inGroup
      ? one(['choice', 'choice', 'scale', 'money', 'text'])
      : themed !== undefined && maybe(3)
        ? themed
        : one(kinds);
    const base = { id: name, kind, label: words(), ...shared(sight) };
    const info = (options: readonly string[] = []): Known => ({
      id: name,
      kind,
      options,
      ...(sight.row !== undefined && { rows: sight.row }),
    });
    switch (kind) {
      case 'choice': {
        const options = withServices(optionsFor(name, sight));
        return { field: choice(name, options, base), known: info(idsOf(options)) };
      }
      case 'choices': {
        const ticks = optionsFor(name, sight).map((option, index, all) =>
          'unsure' in option || (index === all.length - 1 && maybe(3)) ? { ...option, exclusive: true } : option,
        );
        const options = withServices(ticks);
        return { field: choice(name, options, base), known: info(idsOf(options)) };
      }
      case 'money':
        return { field: { ...base, min: 0, max: 2 + draw(2) }, known: info() };
      case 'whole':
        return { field: { ...base, min: 0, max: maybe(12) ? 26 : 2 }, known: info() };
      case 'scale':
        return { field: { ...base, levels: 'levels' }, known: info() };
      case 'date':
        return { field: { ...base, ...dateField(sight) }, known: info() };
      case 'text':
        return { field: { ...base, max: 20 }, known: info() };
      default:
        return { field: { ...base, most: 1 }, known: info() };
    }
  };

  const groupField = (sight: Sight): object => {
    const name = id('g');
    const ticked = known.filter((field) => field.kind === 'choices' && field.rows === undefined);
    const way = draw(ticked.length > 0 ? 3 : 2);
    const over = way === 0 ? { list: 'items' } : way === 1 ? undefined : { chosen: one(ticked).id };
    const row =
      way === 0 ? 'items' : way === 1 ? `group ${name}` : `chosen ${over && 'chosen' in over ? over.chosen : ''}`;
    const head = { id: name, kind: 'group', label: words(), one: words(), ...shared(sight) };
    const more = over === undefined ? { max: 1 + draw(2) } : { over };
    if (over === undefined) known.push({ id: name, kind: 'group', options: [] });
    const fields = Array.from({ length: 1 + draw(2) }, () => {
      const { field, known: info } = simpleField(seen({ row }), true);
      known.push(info);
      return field;
    });
    return { ...head, ...more, fields };
  };

  const seen = (more: Partial<Sight> = {}): Sight => ({ fields: [...known], values: [...derivedKnown], ...more });

  const rowsSources = (): readonly { readonly over: object; readonly row: string }[] => [
    { over: { list: 'items' }, row: 'items' },
    ...known
      .filter(({ kind }) => kind === 'group')
      .map(({ id: group }) => ({ over: { group }, row: `group ${group}` })),
    ...[...new Set(known.flatMap(({ rows }) => (rows?.startsWith('chosen ') ? [rows] : [])))].map((row) => ({
      over: { chosen: row.slice('chosen '.length) },
      row,
    })),
  ];

  const addValue = (atEnd: boolean): void => {
    const name = id('v');
    const each = maybe(6);
    const row = each ? 'items' : undefined;
    const source = !each && (theme === 'rows' || maybe(3)) ? one(rowsSources()) : undefined;
    const sight = seen({ ...(row && { row }), ...(atEnd && { atEnd }) });
    const within = source?.row ?? row;
    const inside = seen({ ...(within !== undefined && { row: within }), ...(atEnd && { atEnd }) });
    const shape = { id: name, ...(each && { each: { list: 'items' } }) };
    const over = source && { over: source.over };
    const add = (sort: Value['sort'], rest: object, can: readonly string[] = []): void => {
      derived.push({ ...shape, ...rest });
      derivedKnown.push({ id: name, sort, can, ...(row && { rows: row }) });
    };
    switch (draw(8)) {
      case 0:
        return add(
          'id',
          {
            kind: 'table',
            rows: [
              { when: condition(sight), then: 'ka' },
              ...(maybe(2) ? [{ when: condition(sight), then: 'kb' }] : []),
              ...(maybe(2) ? [{ then: 'kc' }] : []),
            ],
          },
          ['ka', 'kb', 'kc'],
        );
      case 1:
        return add('number', { kind: 'sum', of: [numberIn(inside), numberIn(inside)].slice(0, 1 + draw(2)), ...over });
      case 2:
        return add('number', { kind: 'product', of: [numberIn(inside), numberIn(inside)], ...over });
      case 3:
        return add('number', { kind: 'maximum', of: [numberIn(inside), numberIn(inside)], ...over });
      case 4:
        return add('number', {
          kind: 'count',
          where: [condition(inside), ...(maybe(2) ? [condition(inside)] : [])],
          ...over,
        });
      case 5:
        return add(
          'id',
          {
            kind: 'band',
            of: numberIn(sight),
            bands: [
              { from: maybe(3) ? numberIn(sight) : draw(4), then: 'ka' },
              { from: draw(4), then: 'kb' },
            ],
          },
          ['ka', 'kb'],
        );
      case 6:
        return add('date', {
          kind: 'date',
          from: dateIn(sight),
          plus: { [one(['days', 'months', 'workingDays'])]: maybe(3) ? numberIn(sight) : draw(4) - 1 },
        });
      default:
        return add('date', { kind: 'earliest', of: [dateIn(inside), dateIn(inside)], ...over });
    }
  };

  const pages = Array.from({ length: pageCount }, (_, index) => {
    const isEach = maybe(6);
    const row = isEach ? 'items' : undefined;
    const where = isEach && known.length > 0 && maybe(2) ? { where: condition(seen({ row: 'items' })) } : {};
    const fields: object[] = [];
    const wanted = Math.min(1 + draw(3), Math.max(1, left - (pageCount - index - 1)));
    for (let count = 0; count < wanted; count += 1) {
      if (!isEach && left > 2 && maybe(theme === 'rows' ? 2 : 8)) {
        fields.push(groupField(seen()));
        continue;
      }
      const { field, known: info } = simpleField(seen({ ...(row && { row }) }), isEach);
      known.push(info);
      fields.push(field);
    }
    for (let count = draw(3); count > 0; count -= 1) addValue(false);
    const targets = [
      ...Array.from({ length: pageCount - index - 1 }, (_unused, ahead) => `page${index + ahead + 1}`),
      ...outcomes,
    ];
    const routes = Array.from({ length: draw(3) }, () => ({ when: condition(seen()), to: one(targets) }));
    const isLast = index === pageCount - 1;
    const table = isLast && maybe(3) ? id('t') : undefined;
    if (table)
      derived.push({
        id: table,
        kind: 'table',
        rows: [{ when: condition(seen()), then: one(outcomes) }, { then: one(outcomes) }],
      });
    const last = table ? { value: table } : isLast ? one(outcomes) : one(targets);
    return page(
      `page${index}`,
      fields,
      [...routes, { to: last }],
      isEach ? { each: { over: { list: 'items' }, ...where } } : {},
    );
  });

  const dated = (): object => ({ point: one(['p1', 'p2']), ...(maybe(2) && { when: condition(seen()) }) });
  const conditions = Array.from({ length: draw(3) }, () => ({
    id: id('c'),
    text: words(),
    owner: 'someone',
    when: condition(seen()),
    due: [{ ...dated(), ...(maybe(2) && { when: condition(seen()) }), ...(maybe(3) && { date: dateIn(seen()) }) }],
  }));
  if (maybe(2)) addValue(true);
  if (maybe(2)) addValue(true);
  const end = seen({ atEnd: true });
  const plain = known.filter(({ rows }) => rows === undefined);
  const list = <Item>(most: number, of: () => Item): readonly Item[] => Array.from({ length: draw(most + 1) }, of);
  const some = (): readonly string[] => outcomes.filter((_, index) => index === 0 || maybe(2));

  /** By when those who are told are told, what goes to them, and what is taken up again. */
  const told = (): object => ({
    ...(maybe(3) && {
      by: [
        ...(maybe(2) ? [{ when: condition(end), date: dateIn(end) }] : []),
        { ...(maybe(2) && { when: condition(end) }), date: dateIn(end) },
      ],
    }),
    ...(maybe(3) && { attach: [{ text: words(), ...(maybe(2) && { when: condition(end) }) }] }),
    ...(plain.length > 0 && maybe(4) && { reopen: { raised: [one(['p1', 'p2'])], settled: [one(plain).id] } }),
  });

  const measured = derivedKnown.filter(({ sort, rows }) => sort === 'id' && rows === undefined);
  return {
    values,
    policy: policyWith({
      about: { validFrom: firstDay, validTo: addDays(firstDay, days), owner: words(), origin: words() },
      settings,
      lists: [
        {
          id: 'levels',
          items: [1, 2, 3].slice(0, 2 + draw(2)).map((score) => ({ id: `l${score}`, label: words(), score })),
        },
        { id: 'items', items: items.map((item) => ({ id: item, label: words() })) },
      ],
      duePoints: ['p1', 'p2'].map((point) => ({ id: point, label: words() })),
      subject: [known[0]?.id],
      start: 'page0',
      questions: pages,
      values: derived,
      conditions,
      outcomes: outcomes.map((ending) => ({ ...outcome(ending), ...told() })),
      headlines: list(1, () => ({ id: id('h'), label: words(), from: 1, when: condition(end) })),
      register: {
        sections: [{ id: 'only', title: words() }],
        fields: list(2, () => ({
          id: id('r'),
          section: 'only',
          label: words(),
          public: true,
          from: [plain.length > 0 ? { field: one(plain).id } : { today: true }],
          requiredFor: some(),
          ...(maybe(3) && { when: condition(end) }),
        })),
      },
      contradictions: list(1, () => ({ id: id('x'), when: condition(end), text: words() })),
      looks: list(1, () => ({ id: id('l'), when: condition(end), text: words() })),
      limits: list(2, () => ({
        id: id('m'),
        title: words(),
        outcomes: some(),
        pages: 1 + draw(4),
        typed: draw(4),
        ...(maybe(3) && { until: `page${draw(pageCount)}` }),
        ...(maybe(4) && { when: condition(end) }),
      })),
      askedOnce: known.length > 1 && maybe(2) ? [[...new Set([one(known).id, one(known).id])]] : [],
      caution: [
        { id: 'outcome', title: words(), of: { outcome: true }, order: outcomes.map((ending) => [ending]) },
        ...measured.slice(0, 1).map(({ id: value, can }) => ({
          id: 'value',
          title: words(),
          of: { value },
          ...(maybe(3) && { when: condition(end) }),
          order: can.map((literal) => [literal]),
        })),
      ].slice(draw(2)),
    }),
  };
};
