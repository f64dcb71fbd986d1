import { configured } from '../../../terraform/configured';
import { isFalse, isUnknown } from '../../../terraform/value';
import { regionOf } from '../../../aws/regions-of';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const DEFAULTS = 'enable_default_standards';
const SUBSCRIPTION = 'aws_securityhub_standards_subscription';

/** Security Hub that checks something. */
export const RULE: ResourceRule = {
  id: 'SECURITYHUB-004',
  name: 'standard-on',
  title: 'Security Hub checks by a standard',
  severity: 'medium',
  claims: ['5.1.1.c', '9.1.g'],
  rationale:
    'Security Hub checks the configuration of an account by the controls of its standards. Without one it only gathers what other services find. Met is the choice of AWS, which turns on two standards by default, and a subscription to a standard in the same account and Region of the configuration. A policy of central configuration, which an administrator of the organization applies, is not read.',
  fix: 'Add an `aws_securityhub_standards_subscription`, such as that of AWS Foundational Security Best Practices, or leave `enable_default_standards` true. `AccountBaseline` does.',
  sources: [
    'https://docs.aws.amazon.com/securityhub/latest/userguide/standards-view-manage.html',
    'https://docs.aws.amazon.com/securityhub/1.0/APIReference/API_EnableSecurityHub.html',
  ],
  types: ['aws_securityhub_account'],
  check: (hub, model) => {
    const isThere = model
      .present(SUBSCRIPTION)
      .some((one) => one.sharesProvider(hub) && regionOf(one) === regionOf(hub));
    if (isThere) return MET;
    const byDefault = configured(hub, DEFAULTS);
    if (isUnknown(byDefault)) return unknownAttribute(DEFAULTS, byDefault);
    return isFalse(byDefault) ? violated(`${DEFAULTS} is false, and nothing subscribes to a standard`) : MET;
  },
};
