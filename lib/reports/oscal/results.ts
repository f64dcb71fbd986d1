import { Evidence } from '../../evidence/evidence';
import { MEASURES } from '../../toms/measures/catalogue';
import { FILES, backMatter, beginOf, documentText } from './document';
import { findingOf } from './findings';
import { Inventoried, inventoryOf } from './inventory';
import { observationIdsOf, observationsOf, ruleObservationId } from './observations';
import { organizationOf } from './organization';
import { controlId, flag, property, some, statementId } from './parts';
import { inputResource, resourcesOf } from './resources';
import { Risks } from './risks';
import { assessmentAssets } from './tool';
import { uuid } from './uuid';

/**
 * The assessment results of a run.
 *
 * @param digest tells this run from others that found something else
 */
export function assessmentResults(
  evidence: Evidence,
  resources: readonly Inventoried[],
  risks: Risks,
  at: string,
  digest: string
): string {
  const { measures } = evidence;
  const observations = observationsOf(evidence, at);
  const observed = new Set(evidence.rules.map(({ rule }) => rule));
  const result = {
    uuid: uuid('result', digest),
    title: 'What the configuration shows',
    description:
      'Rules judged the Terraform configuration, and their verdicts were counted over the population of each claim. This speaks of design at a point in time, not of operation. What is not applicable has no finding.',
    start: beginOf(at),
    props: scopeProperties(evidence),
    links: some(evidence.scope.inputs.map((input) => ({ href: `#${inputResource(input).uuid}`, rel: 'reference' }))),
    'local-definitions': {
      'inventory-items': some(inventoryOf(evidence, resources)),
      'assessment-assets': assessmentAssets(),
    },
    'reviewed-controls': { 'control-selections': [reviewed(evidence)] },
    observations: some(observations),
    risks: some(
      risks.all.map(({ rule, body }) => ({
        ...body,
        'related-observations': observed.has(rule) ? [{ 'observation-uuid': ruleObservationId(rule) }] : undefined,
      }))
    ),
    findings: some(
      measures.flatMap(({ claims }) =>
        claims
          .filter(({ state }) => state !== 'not applicable')
          .map((claim) => findingOf(claim, risks.of(claim), observationIdsOf(claim, evidence)))
      )
    ),
  };
  return documentText(
    'assessment-results',
    {
      uuid: uuid('assessment-results', digest),
      title: 'Assessment of technical and organizational measures',
      modified: beginOf(at),
      more: organizationOf(evidence),
    },
    { 'import-ap': { href: FILES['assessment-plan'] }, results: [result], ...backMatter(resourcesOf(evidence)) }
  );
}

function scopeProperties({ enforced, scope, resources }: Evidence): readonly object[] {
  return [
    property('tool', scope.tool),
    property('rule-set-sha256', scope.rules),
    ...flag('report-only', !enforced),
    ...scope.accounts.map((account) => property('account', account)),
    ...scope.regions.map((region) => property('region', region)),
    property('resources', resources.all),
    property('resources-judged', resources.judged),
    property('resources-judged-by-tags', resources.byTagsAlone),
  ];
}

/** The statements that apply. A selection names at least one control, so where none does it leaves out all. */
function reviewed({ measures }: Evidence): object {
  const included = measures.flatMap(({ id, claims }) => {
    const live = claims.filter(({ state }) => state !== 'not applicable');
    return live.length === 0
      ? []
      : [{ 'control-id': controlId(id), 'statement-ids': live.map((claim) => statementId(claim.id)) }];
  });
  if (included.length > 0) return { 'include-controls': included };
  return { 'include-all': {}, 'exclude-controls': MEASURES.map(({ id }) => ({ 'control-id': controlId(id) })) };
}
