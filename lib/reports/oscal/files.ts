import { createHash } from 'node:crypto';
import { Evidence } from '../../evidence/evidence';
import { packageText } from '../../evidence/tool';
import { Model } from '../../terraform/model';
import { FILES, OscalModel, PACKAGED } from './document';
import { planOfAction } from './plan-of-action';
import { assessmentResults } from './results';
import { Risks } from './risks';

/** The OSCAL files of a run: what it found, and what that refers to, so that the directory opens by itself. */
export function oscalFiles(
  evidence: Evidence,
  model: Model,
  at: string
): readonly { readonly name: string; readonly text: string }[] {
  const digest = createHash('sha256').update(JSON.stringify(evidence)).digest('hex');
  const risks = new Risks(evidence);
  const resources = model.stacks.flatMap((stack) => stack.resources).filter(({ mode }) => mode === 'managed');
  const file = (of: OscalModel, text: string): { name: string; text: string } => ({
    name: `oscal/${FILES[of]}`,
    text,
  });
  return [
    ...PACKAGED.map((of) => file(of, packageText(`oscal/${FILES[of]}`))),
    file('assessment-results', assessmentResults(evidence, resources, risks, at, digest)),
    file('plan-of-action-and-milestones', planOfAction(evidence, risks, at, digest)),
  ];
}
