import { isEphemeral } from '../../../aws/declared';
import { showsLifecycle } from '../../../terraform/shows-lifecycle';
import { Resource } from '../../../terraform/stack';
import { isUnknown } from '../../../terraform/value';
import { ResourceRule } from '../../rule';
import { requireTrue } from '../../verdicts/checks';

/** What a destroy does to what others rest on. */
const LOSSES: { readonly [type: string]: string } = {
  aws_acmpca_certificate: 'one apply may revoke the certificate of an authority, and with it all that it signed',
  aws_ebs_default_kms_key: 'one apply may reset the default key of all new volumes to that of AWS',
};

/** What other keys and certificates rest on, and no apply deletes. */
export const RULE: ResourceRule = {
  id: 'AWS-028',
  name: 'key-anchors-destroy-refused',
  title: 'Terraform refuses to destroy the certificate of an authority, and the default key of volumes',
  severity: 'medium',
  claims: ['3.2.1.e'],
  rationale:
    'Where the default key of volumes goes from a program, Terraform resets it to that of AWS, whose policy nobody can change, for everyone in the account and region. Where the certificate of an authority goes, Terraform revokes it, and nobody trusts what it signed. With `prevent_destroy` Terraform refuses every such plan, until a change of its own lifts that. Certificates of servers and clients are not judged. A plan made without its configuration does not show the lifecycle, and is not judged. Environments that live for a test run are left out.',
  fix: 'Set `lifecycle.prevent_destroy` to true, or use `EbsEncryptionByDefault` or `PrivateCertificateAuthority`, which set it.',
  sources: [
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_default_kms_key',
    'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/acmpca_certificate',
    'https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle',
  ],
  types: Object.keys(LOSSES),
  check: (anchor) => {
    if (!showsLifecycle(anchor) || isEphemeral(anchor)) return undefined;
    if (anchor.type === 'aws_acmpca_certificate' && !isOfAuthority(anchor)) return undefined;
    return requireTrue(anchor, 'lifecycle.prevent_destroy', LOSSES[anchor.type]);
  },
};

/** Whether others are signed with a certificate: its template says so. */
function isOfAuthority(certificate: Resource): boolean {
  const template = certificate.get('template_arn');
  const text = isUnknown(template) ? template.text : template;
  return typeof text === 'string' && /:template\/(?:Root|Subordinate)CACertificate/.test(text);
}
