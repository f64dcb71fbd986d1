import { DOMAINS } from '../../../aws/opensearch/domains';
import { Resource } from '../../../terraform/stack';
import { isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { allOf, requireTrue, unknownAttribute } from '../../verdicts/checks';

const ENDPOINT = 'domain_endpoint_options';
const POLICY = `${ENDPOINT}.tls_security_policy`;
const BEST = 'Policy-Min-TLS-1-2-PFS-2023-10';

/** TLS 1.2 or newer, and every suite has forward secrecy. */
const STRONG: readonly unknown[] = [BEST, 'Policy-Min-TLS-1-2-RFC9151-FIPS-2024-08'];

/** Search domains that nobody talks to in the clear, nor their nodes with one another. */
export const RULE: ResourceRule = {
  id: 'OPENSEARCH-001',
  name: 'domain-https-tls-1-2',
  title: 'A search domain demands HTTPS of TLS 1.2 or newer with forward secrecy, and encrypts between its nodes',
  severity: 'high',
  measures: ['1.1.1', '1.1.2'],
  rationale:
    'A domain answers over plain HTTP too unless it enforces HTTPS, admits TLS 1.0 unless a security policy is named, and passes documents between its nodes in the clear unless it is told to encrypt. Policy-Min-TLS-1-2-2019-07 has no old TLS, but suites without forward secrecy: whoever takes the key later reads what was recorded before.',
  fix: `Set \`${ENDPOINT}\` with \`enforce_https\` = true and \`tls_security_policy\` = "${BEST}", and \`node_to_node_encryption.enabled\` = true.`,
  sources: [
    'https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_DomainEndpointOptions.html',
    'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ntn.html',
    'AWS Security Hub Opensearch.3, Opensearch.8, ES.3, ES.8',
  ],
  types: DOMAINS,
  check: (domain) =>
    allOf([
      httpsVerdict(domain),
      policyVerdict(domain),
      requireTrue(domain, 'node_to_node_encryption.enabled', 'nodes talk in the clear'),
    ]),
};

/** The provider enforces HTTPS where the block is there and does not say otherwise; without the block AWS does not. */
function httpsVerdict(domain: Resource): Verdict {
  const attribute = `${ENDPOINT}.enforce_https`;
  const set = { [attribute]: true };
  const enforced = domain.get(attribute);
  if (isUnknown(enforced)) return unknownAttribute(attribute, enforced);
  if (domain.blocks(ENDPOINT).length === 0) return violated(`${ENDPOINT} is not set: plain HTTP is taken`, set);
  if (enforced === undefined || isTrue(enforced)) return MET;
  return violated(`${attribute} is ${describe(enforced)}: plain HTTP is taken`, set);
}

function policyVerdict(domain: Resource): Verdict {
  const policy = domain.get(POLICY);
  if (isUnknown(policy)) return unknownAttribute(POLICY, policy);
  if (STRONG.includes(policy)) return MET;
  return violated(`${POLICY} is ${describe(policy)}, which does not demand TLS 1.2 with forward secrecy`, {
    [POLICY]: BEST,
  });
}
