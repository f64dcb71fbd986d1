import { PlainTransport, ResourcePolicy } from '../../aws/types/resource-type';
import { plainTransportVerdict } from '../verdicts/plain-transport';
import { Family, unique } from './family';
import { article, codeList } from './text';

type DeniedPlain = PlainTransport & { readonly policy: ResourcePolicy };

/** Resource policies that deny what comes without TLS (TOM 1.1.1), for services that would take it. */
export const PLAIN_TRANSPORT: Family<DeniedPlain> = {
  name: 'plain-transport',
  claims: ['1.1.1.c', '3.2.4.a'],
  facetOf: ({ policy, plainTransport }) => policy && plainTransport && { ...plainTransport, policy },
  title: (_facet, noun) => `${article(noun)} policy denies requests without TLS`,
  rationale: (facets) =>
    [
      ...unique(facets.map(({ facts }) => facts)),
      'Only a Deny in the policy where aws:SecureTransport is false refuses such requests, and only if it holds for everyone and on no further condition.',
    ].join(' '),
  fix: (facets) =>
    [
      ...facets.map(([type, { action, holdsObjects, policy }]) => {
        const holders = codeList([policy.apart?.type ?? type]);
        const resource = holdsObjects ? 'the bucket and its objects as Resource' : 'its ARN as Resource';
        return `Give it a policy (${holders}) with a statement of Effect Deny, Principal *, Action ${action}, ${resource}, and the condition Bool aws:SecureTransport = false.`;
      }),
      ...unique(facets.flatMap(([, { note }]) => note ?? [])),
    ].join(' '),
  check: (facet, resource, model) => plainTransportVerdict(model, resource, facet.policy, facet),
};
