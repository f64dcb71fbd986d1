import { Need } from '../../../aws/types/resource-type';
import { ResourceRule } from '../../rule';
import { waysVerdict } from '../../verdicts/needs';

/** A function without a configuration is none that somebody meant to sign. */
const NEED: Need = { attribute: 'policies.untrusted_artifact_on_deployment', is: ['Enforce'], default: 'Warn' };

/** Functions that are meant to run only what a trusted pipeline built. */
export const RULE: ResourceRule = {
  id: 'LAMBDA-007',
  name: 'code-signing-enforced',
  title: 'Code signing refuses code that nobody trusted has signed',
  severity: 'low',
  claims: ['3.2.3.d'],
  rationale:
    'With a code signing configuration Lambda checks at deployment that a signing profile which the configuration trusts has signed the code, and that nobody has changed it since. By default it only warns, and deploys all the same; with Enforce it refuses. Whether a function is signed at all is a choice of who deploys it, and is not judged.',
  fix: 'Set `policies.untrusted_artifact_on_deployment` to Enforce, once the pipeline signs what it builds.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html'],
  types: ['aws_lambda_code_signing_config'],
  check: (resource) =>
    waysVerdict(resource, [[NEED]], 'code that nobody trusted has signed is deployed with a warning'),
};
