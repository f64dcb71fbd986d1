import { ownPolicy, policyAttribute } from '../../aws/iam/resource-policies';
import { PublicPolicy } from '../../aws/types/resource-type';
import { MET } from '../rule';
import { publicPolicyVerdict } from '../verdicts/public-principal';
import { Family, unique } from './family';
import { article } from './text';

/** Resource policies that let nobody in unnamed (TOM 3.1.1). */
export const NOT_PUBLIC: Family<PublicPolicy> = {
  name: 'not-public',
  claims: ['3.1.1.c'],
  facetOf: ({ publicPolicy }) => publicPolicy,
  title: (_facet, noun) => `${article(noun)} does not allow public access`,
  rationale: (facets) =>
    [
      'A policy that allows everyone (Principal *, or NotPrincipal) is public, unless a condition narrows it to fixed accounts, organizations, networks or sources. What counts as public is what AWS calls so.',
      ...unique(facets.map(({ facts }) => facts)),
    ].join(' '),
  fix: (facets) =>
    [
      'Name accounts, roles or services as Principal, or narrow the statement by a condition with fixed values, such as `aws:PrincipalOrgID`, `aws:SourceAccount`, `aws:SourceArn` or `aws:SourceVpce`.',
      ...unique(facets.flatMap(([, { note }]) => note ?? [])),
    ].join(' '),
  check: ({ vpc }, resource, model) => {
    const verdict = publicPolicyVerdict(policyAttribute(resource), ownPolicy(model, resource));
    return verdict && vpc !== undefined && resource.has(vpc) ? MET : verdict;
  },
};
