import { Examples } from '../../rule';

const KEPT = { lifecycle: { prevent_destroy: true } };
const ROOT = { template_arn: 'arn:aws:acm-pca:::template/RootCACertificate/V1' };

export const EXAMPLES: Examples = {
  except: { plan: 'a plan does not show `lifecycle`' },
  pass: [
    {
      title: 'kept',
      terraform: {
        resource: {
          aws_ebs_default_kms_key: { main: { key_arn: 'arn:aws:kms:eu-central-1:111122223333:key/1', ...KEPT } },
          aws_acmpca_certificate: { root: { ...ROOT, ...KEPT } },
        },
      },
    },
    {
      title: 'the certificate of a server',
      terraform: {
        resource: {
          aws_acmpca_certificate: { server: { template_arn: 'arn:aws:acm-pca:::template/EndEntityCertificate/V1' } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'the default key is not kept',
      terraform: {
        resource: { aws_ebs_default_kms_key: { main: { key_arn: 'arn:aws:kms:eu-central-1:111122223333:key/1' } } },
      },
      addresses: ['aws_ebs_default_kms_key.main'],
    },
    {
      title: 'the root may go',
      terraform: {
        resource: { aws_acmpca_certificate: { root: { ...ROOT, lifecycle: { prevent_destroy: false } } } },
      },
      addresses: ['aws_acmpca_certificate.root'],
    },
  ],
};
