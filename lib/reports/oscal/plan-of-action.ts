import { ClaimEvidence } from '../../evidence/claims';
import { Evidence } from '../../evidence/evidence';
import { isShown, liveOf } from '../../evidence/measures';
import { FILES, backMatter, beginOf, documentText } from './document';
import { claimProperties, descriptionOf, findingId, findingOf, titleOf } from './findings';
import { organizationOf } from './organization';
import { some } from './parts';
import { SECURITY_PLAN } from './resources';
import { Risks } from './risks';
import { assessmentAssets } from './tool';
import { uuid } from './uuid';

/** The plan of action of a run: every claim that applies and is not shown, and every risk. */
export function planOfAction(evidence: Evidence, risks: Risks, at: string, digest: string): string {
  const open = evidence.measures.flatMap(({ claims }) => liveOf(claims).filter((claim) => !isShown(claim)));
  return documentText(
    'plan-of-action-and-milestones',
    {
      uuid: uuid('plan-of-action-and-milestones', digest),
      title: 'What is open of technical and organizational measures',
      modified: beginOf(at),
      more: { ...organizationOf(evidence), links: [{ href: FILES['assessment-results'], rel: 'reference' }] },
    },
    {
      'import-ssp': { href: `#${SECURITY_PLAN.uuid}` },
      'local-definitions': { 'assessment-assets': assessmentAssets() },
      risks: some(risks.all.map(({ body }) => body)),
      findings: some(open.map((claim) => findingOf(claim, risks.of(claim), []))),
      'poam-items': itemsOf(open, risks),
      ...backMatter([SECURITY_PLAN]),
    }
  );
}

function itemsOf(open: readonly ClaimEvidence[], risks: Risks): readonly object[] {
  const related = new Set(open.flatMap((claim) => risks.of(claim)));
  const items = [
    ...open.map((claim) => ({
      uuid: uuid('poam-item', claim.id),
      title: titleOf(claim),
      description: `${descriptionOf(claim)} ${nextOf(claim)}`,
      props: claimProperties(claim),
      'related-findings': [{ 'finding-uuid': findingId(claim.id) }],
      'related-risks': some(risks.of(claim).map((risk) => ({ 'risk-uuid': risk.uuid }))),
    })),
    ...risks.all
      .filter((risk) => !related.has(risk))
      .map((risk) => ({
        uuid: uuid('poam-item', risk.uuid),
        title: risk.title,
        description: 'No claim that is open counts it. See the risk.',
        'related-risks': [{ 'risk-uuid': risk.uuid }],
      })),
  ];
  return items.length > 0 ? items : [SAMPLE];
}

/** A plan has one item at least. What is shown of a configuration is never all there is to do. */
const SAMPLE = {
  uuid: uuid('poam-item', 'sample'),
  title: 'Sample in operation',
  description: 'Every claim that applies is shown. Whether it holds in operation, the queries of the catalog sample.',
};

/** What closes it. */
function nextOf({ kind, state }: ClaimEvidence): string {
  if (state === 'violated') return 'Fix what breaks it.';
  if (state === 'waived') return 'Fix it before its waiver ends.';
  if (state === 'undetermined') return 'Make the evidence from a plan: only a plan can tell.';
  if (kind === 'declared') return 'Keep a record of it.';
  if (kind === 'inherited') return 'Cite reports of the provider that cover it.';
  return 'Configure it, or show it otherwise.';
}
