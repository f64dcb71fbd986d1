import { configured } from '../../../terraform/configured';
import { companionsOf, hasUndeterminedCompanion } from '../../../terraform/references';
import { describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';
import { whereMeant } from '../../verdicts/needs';

const SIGNING = 'aws_route53_hosted_zone_dnssec';
const ATTRIBUTE = 'hosted_zone_id';

/** Names whose answers nobody can forge. */
export const RULE: ResourceRule = {
  id: 'ROUTE53-012',
  name: 'public-zone-signed',
  title: 'A public hosted zone is signed (DNSSEC)',
  severity: 'low',
  claims: ['3.2.4.b'],
  rationale:
    'Without signatures a resolver cannot tell a forged answer from a true one: it sends mail and visitors to the one who answered first. Route 53 signs a public zone where it is told to, with a key in KMS. The chain of trust takes a record at the parent zone as well, which the registrar keeps and this rule does not see. Private zones cannot be signed.',
  fix: `Give the zone an \`aws_route53_key_signing_key\` with a key in us-east-1 (ECC_NIST_P256, SIGN_VERIFY), and an \`${SIGNING}\` with its id as \`${ATTRIBUTE}\`; then add the DS record to the parent zone.`,
  sources: [
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec.html',
    'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-configuring-dnssec-enable-signing.html',
  ],
  types: ['aws_route53_zone'],
  check: (zone, model) =>
    whereMeant(zone, [{ attribute: 'vpc', unset: true }], () => {
      const verdicts = companionsOf(model, zone, SIGNING, ATTRIBUTE).map((signing): Verdict => {
        const status = configured(signing, 'signing_status');
        if (isUnknown(status)) return unknownAttribute(`signing_status of ${signing.address}`, status);
        if (status === undefined || status === 'SIGNING') return MET;
        return violated(`signing_status of ${signing.address} is ${describe(status)}: answers can be forged`);
      });
      if (verdicts.length > 0) return verdicts.find(({ outcome }) => outcome === 'met') ?? verdicts[0];
      if (hasUndeterminedCompanion(model, SIGNING, ATTRIBUTE)) {
        return undetermined(`an ${SIGNING} names its zone by a value that only a plan can tell`);
      }
      return violated(`no ${SIGNING} names the zone: its answers can be forged`);
    }),
};
