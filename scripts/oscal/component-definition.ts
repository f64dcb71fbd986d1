import { RULE_SUMMARIES, RuleSummary } from '../../lib/guardrails/rule-text';
import { FILES } from '../../lib/reports/oscal/document';
import { controlId, property, ruleProperty, statementId } from '../../lib/reports/oscal/parts';
import { prose } from '../../lib/reports/oscal/text';
import { uuid } from '../../lib/reports/oscal/uuid';
import { measuresOf } from '../../lib/toms/claims/catalogue';
import { MEASURES, measureTitle } from '../../lib/toms/measures/catalogue';
import { MEASURES_OF, summaryOf } from '../docs/constructs';

/** The body of the component definition: the rules as what validates, the constructs as what implements. */
export function componentDefinitionBody(): object {
  return { components: [rules(), ...[...MEASURES_OF.keys()].sort().map(construct)] };
}

function rules(): object {
  const title = 'toms check';
  return {
    uuid: uuid('component', title),
    type: 'validation',
    title,
    description: 'The rules of cdktf-aws-toms, which judge Terraform configurations and plans.',
    props: RULE_SUMMARIES.flatMap(({ id, title: what, rationale }) => [
      ruleProperty('Rule_Id', id, id),
      ruleProperty('Rule_Description', what, id),
      ruleProperty('Check_Id', id, id),
      ruleProperty('Check_Description', rationale, id),
    ]),
    'control-implementations': [
      implementation(
        title,
        'The statements that the rules can show. A template: what they do show of a configuration, the assessment results say.',
        MEASURES.flatMap(({ id }) => validated(id))
      ),
    ],
  };
}

/** A measure, as far as rules can show its claims. */
function validated(measure: string): readonly object[] {
  const byClaim = new Map<string, RuleSummary[]>();
  for (const rule of RULE_SUMMARIES) {
    for (const claim of rule.claims) {
      if (measuresOf([claim])[0] === measure) byClaim.set(claim, [...(byClaim.get(claim) ?? []), rule]);
    }
  }
  if (byClaim.size === 0) return [];
  return [
    {
      uuid: uuid('implemented-requirement', 'toms check', measure),
      'control-id': controlId(measure),
      description: `Rules look at statements of: ${prose(measureTitle(measure))}.`,
      statements: [...byClaim.keys()].sort().map((claim) => ({
        'statement-id': statementId(claim),
        uuid: uuid('statement', 'toms check', claim),
        description: `${(byClaim.get(claim) ?? []).map(({ title }) => prose(title)).join('. ')}.`,
        props: (byClaim.get(claim) ?? []).map(({ id }) => ruleProperty('Rule_Id', id)),
      })),
    },
  ];
}

function construct(name: string): object {
  return {
    uuid: uuid('component', name),
    type: 'software',
    title: name,
    description: `${summaryOf(name)}.`,
    props: [property('construct', name)],
    'control-implementations': [
      implementation(
        name,
        'The measures that the construct serves. A template: which statements hold, the assessment results say.',
        (MEASURES_OF.get(name) ?? []).map((measure) => ({
          uuid: uuid('implemented-requirement', name, measure),
          'control-id': controlId(measure),
          description: `It serves: ${prose(measureTitle(measure))}.`,
        }))
      ),
    ],
  };
}

function implementation(of: string, description: string, requirements: readonly object[]): object {
  return {
    uuid: uuid('control-implementation', of),
    source: FILES.catalog,
    description,
    'implemented-requirements': requirements,
  };
}
