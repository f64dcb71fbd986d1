import { EXPIRED_AUTHORITIES, LIFECYCLES_AS_OF } from '../../../aws/lifecycles';
import { configured } from '../../../terraform/configured';
import { describe, isUnknown, ownProperty } from '../../../terraform/value';
import { MET, ResourceRule, byList, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const LIST = { of: 'certificate authorities of RDS', asOf: LIFECYCLES_AS_OF };

/** Where a type names the authority that signs the certificate of its server. */
const ATTRIBUTES: { readonly [type: string]: string } = {
  aws_db_instance: 'ca_cert_identifier',
  aws_docdb_cluster_instance: 'ca_cert_identifier',
  aws_rds_cluster: 'ca_certificate_identifier',
  aws_rds_cluster_instance: 'ca_cert_identifier',
};

/** Databases whose certificates clients can verify. */
export const RULE: ResourceRule = {
  id: 'RDS-020',
  name: 'certificate-authority-current',
  title: 'A database has a certificate of an authority that has not expired',
  severity: 'medium',
  claims: ['1.1.2.c'],
  rationale:
    'A client that verifies the certificate of its database refuses one of an expired authority, and soon somebody tells it to verify nothing. RDS chooses a current authority where none is named.',
  fix: 'Leave out the attribute, or set it to rds-ca-rsa2048-g1, rds-ca-rsa4096-g1 or rds-ca-ecc384-g1, after the clients have the new bundle of certificates.',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/UsingWithRDS.SSL-certificate-rotation.html',
    'https://docs.aws.amazon.com/documentdb/latest/developerguide/ca_cert_rotation.html',
  ],
  types: Object.keys(ATTRIBUTES),
  check: (database) => {
    const attribute = ATTRIBUTES[database.type];
    const authority = configured(database, attribute);
    if (authority === undefined) return MET;
    if (isUnknown(authority)) return unknownAttribute(attribute, authority);
    const end = typeof authority === 'string' ? ownProperty(EXPIRED_AUTHORITIES, authority) : undefined;
    return byList(
      end === undefined ? MET : violated(`${attribute} is ${describe(authority)}, which expired in ${end}`),
      LIST
    );
  },
};
