import type { Failure } from '../base/result';

type Params = Failure['params'];

const ownClock = ({ signedAt, clock }: Params): string =>
  `Signed on ${signedAt}, by the signer’s own clock, while the certificate was valid.${clock === 'device' ? ' Nobody else has confirmed this time.' : ''}`;

const authorityListed: Readonly<Record<string, string>> = {
  yes: 'That authority is on your list.',
  no: 'That authority is not on your list, so the time is no better than the signer’s own.',
  none: 'Whether that authority can be relied on was not checked, as you gave no list of certificates.',
};

/** What a timestamp adds; nothing where there is none. */
const authorityClock = ({ clock, stampedAt, authority, listed, apart }: Params): string =>
  clock !== 'authority'
    ? ''
    : [
        `${authority} states that the signature was there on ${stampedAt}, by its own clock.`,
        authorityListed[String(listed)],
        ...(apart === undefined ? [] : [`The two times are ${apart} minutes apart.`]),
      ].join(' ');

const strayAnswers = ({ stray }: Params): string =>
  Number(stray) > 0
    ? `${stray} of the answers are dated before the start or after the signing: another device’s clock may have been wrong.`
    : '';

/** Whose clock says when a record was signed. */
export const timeSentence = (params: Params): string =>
  [ownClock(params), authorityClock(params), strayAnswers(params)].filter((said) => said !== '').join(' ');
