import { policyFromJson } from '../../../aws/iam/policy';
import { stackPath } from '../../../aws/stack-path';
import { Inner, carrierOf, isHarmless } from '../../../aws/unread/carriers';
import { problemOf } from '../../../aws/unread/cloudformation';
import { Model } from '../../../terraform/model';
import { Resource, Stack } from '../../../terraform/stack';
import { Value, isJsonObject, isUnknown } from '../../../terraform/value';
import { isRead, unreadTypes } from '../../read-types';
import { MET, Result, StackRule, Verdict, undetermined, violated } from '../../rule';
import { publicPolicyVerdict } from '../../verdicts/public-principal';

/** Stacks whose infrastructure rules read. */
export const RULE: StackRule = {
  id: 'TF-005',
  name: 'every-resource-read',
  title: 'Whatever makes infrastructure is read by a rule',
  severity: 'high',
  claims: ['9.2.g'],
  rationale:
    'What the rules do not read, they cannot refuse. Templates of CloudFormation, resources of Cloud Control, stacks of applications and products, resources of other providers, provisioners, programs that a data source runs, documents and functions that run commands: each can open a port or a bucket, and no other rule has a word on it. Of a template in JSON, this rule refuses what is plainly public or unencrypted. A stack of which no rule reads a single resource is not clean either. Providers that make nothing anyone reaches, such as random and time, are left out.',
  fix: 'Declare the resources by their types of the AWS provider, or check them where they are declared, and waive this finding.',
  sources: [
    'https://developer.hashicorp.com/terraform/language/provisioners',
    'https://docs.aws.amazon.com/cloudcontrolapi/latest/userguide/what-is-cloudcontrolapi.html',
    'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html',
  ],
  checkStack: (stack, model) => {
    const found: Result[] = [];
    for (const subject of stack.resources) {
      const verdict = verdictOn(subject, model);
      if (verdict) found.push(asked(subject, model, verdict));
    }
    return found.length > 0 ? found : wholeVerdict(stack);
  },
};

function asked(subject: Resource, model: Model, verdict: Verdict): Result {
  return { subject, verdict, again: () => verdictOn(subject, model) };
}

function verdictOn(subject: Resource, model: Model): Verdict | undefined {
  const carrier = carrierOf(subject, model);
  if (!carrier) return undefined;
  const verdict = carrier.inner.map(innerVerdict).find((one) => one !== undefined);
  return verdict ?? undetermined(`${carrier.why}: whether that is secure stands nowhere here`);
}

function wholeVerdict(stack: Stack): Result[] {
  const subject = { stack, address: 'terraform', constructPath: stackPath(stack) };
  const managed = stack.resources.filter(({ mode }) => mode === 'managed');
  if (managed.some(({ type }) => isRead(type))) return [{ subject, verdict: MET }];
  if (managed.every(isHarmless)) return [];
  return [{ subject, verdict: undetermined(`no rule reads any resource of this stack: ${unreadTypes(managed)}`) }];
}

function innerVerdict({ name, type, properties }: Inner): Verdict | undefined {
  const problem = problemOf(type, properties) ?? policyProblem(properties);
  return problem === undefined ? undefined : violated(`its template makes ${type} ${name}: ${problem}`);
}

/** A policy anywhere within that lets everybody in. */
function policyProblem(value: Value): string | undefined {
  if (isUnknown(value) || typeof value !== 'object') return undefined;
  if (isJsonObject(value) && 'Statement' in value) {
    const verdict = publicPolicyVerdict('its policy', policyFromJson(value));
    if (verdict?.outcome === 'violated') return verdict.message;
  }
  for (const part of Object.values(value) as Value[]) {
    const problem = policyProblem(part);
    if (problem !== undefined) return problem;
  }
  return undefined;
}
