import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** Ways to prove who one is that name a person. */
const PERSONAL = ['federated-authentication', 'directory-service-authentication'];

/** Remote access for people whom an identity provider knows. */
export const RULE: ResourceRule = {
  id: 'EC2-015',
  name: 'client-vpn-authenticates-users',
  title: 'A Client VPN endpoint asks an identity provider or a directory',
  severity: 'high',
  claims: ['1.1.3.a', '1.1.3.b', '6.3.c'],
  rationale:
    'A certificate says only that a device holds a file: it knows no second factor, no groups, and lets a person in who has left until the certificate is revoked. With SAML or a directory, people log in as themselves, and the provider asks for the second factor; that it does is not in this configuration. A certificate beside the login is a further proof and passes.',
  fix: 'Give `authentication_options` the type federated-authentication with a `saml_provider_arn` (or directory-service-authentication with an `active_directory_id`).',
  sources: ['https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/client-authentication.html'],
  types: ['aws_ec2_client_vpn_endpoint'],
  check: authentication,
};

function authentication(endpoint: Resource): Verdict {
  const blocks = endpoint.blocks('authentication_options');
  const types = blocks.map((block) => block.get('type'));
  if (blocks.length === 0) types.push(configured(endpoint, 'authentication_options'));
  if (types.some((type) => typeof type === 'string' && PERSONAL.includes(type))) return MET;
  const open = types.find(isUnknown);
  if (open) return unknownAttribute('authentication_options.type', open);
  return violated(
    `authentication_options.type is ${types.map(describe).join(' and ')}: no identity provider or directory knows who connects`
  );
}
