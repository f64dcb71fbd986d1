import { Need } from '../../../aws/types/resource-type';
import { ResourceRule } from '../../rule';
import { waysVerdict, whereMeant } from '../../verdicts/needs';

/** What each type must say. */
const NEEDS: { readonly [type: string]: { readonly need: Need; readonly otherwise: string } } = {
  aws_lambda_code_signing_config: {
    need: { attribute: 'policies.untrusted_artifact_on_deployment', is: ['Enforce'], default: 'Warn' },
    otherwise: 'code that nobody trusted has signed is deployed with a warning',
  },
  aws_lambda_function: {
    need: { attribute: 'code_signing_config_arn' },
    otherwise: 'anyone who may deploy decides what runs',
  },
};

/** A function of an image takes no signed code: its image is pinned and scanned instead. */
const OF_ARCHIVE: readonly Need[] = [{ attribute: 'package_type', is: ['Zip'], default: 'Zip' }];

/** Functions that run what a trusted pipeline built. */
export const RULE: ResourceRule = {
  id: 'LAMBDA-007',
  name: 'function-requires-signed-code',
  title: 'A function requires signed code, and refuses any other',
  severity: 'low',
  claims: ['3.2.3.d'],
  rationale:
    'With a code signing configuration Lambda checks at deployment that a signing profile which the configuration trusts has signed the code, and that nobody has changed it since. By default it only warns, and deploys all the same; with Enforce it refuses. Functions of container images take no code signing.',
  fix: 'Set `code_signing_config_arn` of the function to an `aws_lambda_code_signing_config`, and its `policies.untrusted_artifact_on_deployment` to Enforce.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-codesigning.html'],
  types: Object.keys(NEEDS),
  check: (resource) => {
    const { need, otherwise } = NEEDS[resource.type];
    const only = resource.type === 'aws_lambda_function' ? OF_ARCHIVE : undefined;
    return whereMeant(resource, only, () => waysVerdict(resource, [[need]], otherwise));
  },
};
