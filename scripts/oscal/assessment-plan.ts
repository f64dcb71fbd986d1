import { backMatter } from '../../lib/reports/oscal/document';
import { property } from '../../lib/reports/oscal/parts';
import { SECURITY_PLAN } from '../../lib/reports/oscal/resources';
import { prose } from '../../lib/reports/oscal/text';
import { assessmentAssets } from '../../lib/reports/oscal/tool';
import { uuid } from '../../lib/reports/oscal/uuid';
import { QUERIES } from '../../lib/toms/queries';

/** The body of the assessment plan: what looks at which claims. */
export function assessmentPlanBody(): object {
  return {
    'import-ssp': { href: `#${SECURITY_PLAN.uuid}` },
    'local-definitions': { activities: activities() },
    'reviewed-controls': {
      'control-selections': [{ 'include-all': {} }],
      'control-objective-selections': [{ 'include-all': {} }],
    },
    'assessment-assets': assessmentAssets(),
    ...backMatter([SECURITY_PLAN]),
  };
}

function activities(): readonly object[] {
  return [
    activity(
      'TEST',
      'Check the configuration',
      'Rules judge the resources of a Terraform plan, and their verdicts are counted over the population of each claim of the kinds coverage, existence and absence.',
      [
        ['Make the plan', '`terraform show -json tfplan > plan.json`, of the plan that is applied.'],
        ['Make the evidence', '`toms evidence plan.json --out evidence`, which also writes the assessment results.'],
      ]
    ),
    activity(
      'EXAMINE',
      'Examine records',
      'A claim of the kind declared is shown by a document with an owner and a date of review. So is a claim that may hold outside of the configuration.',
      [['Read the document', 'Compare its title, date and hash with the record, and what it says with the claim.']]
    ),
    activity(
      'EXAMINE',
      'Examine reports of the provider',
      'A claim of the kind inherited is shown by audit reports of AWS, for the Regions and services that they cover.',
      [['Read the report', 'Compare its period, Regions and services with those in use, and read its exceptions.']]
    ),
    activity(
      'TEST',
      'Sample in operation',
      'Configuration shows what is set up, not that it operates. The queries are read-only. Which claims each samples, the assessment methods of the catalog say.',
      Object.entries(QUERIES).map(([id, { shows, how }]) => [`${id}: ${shows}`, how])
    ),
  ];
}

function activity(
  method: 'TEST' | 'EXAMINE',
  title: string,
  description: string,
  steps: readonly (readonly [title: string, description: string])[]
): object {
  return {
    uuid: uuid('activity', title),
    title,
    description,
    props: [{ name: 'method', value: method }, property('automated', String(title === 'Check the configuration'))],
    steps: steps.map(([name, how]) => ({
      uuid: uuid('step', title, name),
      title: prose(name),
      description: how,
    })),
  };
}
