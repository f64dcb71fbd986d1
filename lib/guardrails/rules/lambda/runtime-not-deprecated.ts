import { DEPRECATED_RUNTIMES, LIFECYCLES_AS_OF } from '../../../aws/lifecycles';
import { configured } from '../../../terraform/configured';
import { describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, byList, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const LIST = { of: 'runtimes that Lambda supports', asOf: LIFECYCLES_AS_OF };

/** Functions whose runtime is patched. */
export const RULE: ResourceRule = {
  id: 'LAMBDA-006',
  name: 'runtime-not-deprecated',
  title: 'A function runs on a runtime that AWS has not deprecated',
  severity: 'medium',
  claims: ['9.1.i'],
  rationale:
    'Lambda patches the runtimes that it supports. From the day of its deprecation a runtime gets no security patches, and after a while functions with it can be neither made nor updated, also not to fix a defect of their own. A function from an image has its runtime in the image.',
  fix: 'Set `runtime` to a supported version of the language.',
  sources: ['https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html', 'AWS Security Hub Lambda.2'],
  types: ['aws_lambda_function'],
  check: (resource) => {
    const runtime = configured(resource, 'runtime');
    if (isUnknown(runtime)) return unknownAttribute('runtime', runtime);
    const end = typeof runtime === 'string' ? DEPRECATED_RUNTIMES[runtime] : undefined;
    return byList(end === undefined ? MET : violated(`runtime is ${describe(runtime)}, deprecated on ${end}`), LIST);
  },
};
