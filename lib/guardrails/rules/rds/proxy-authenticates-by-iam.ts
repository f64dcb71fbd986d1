import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';
import { settingsInBlocks } from '../../verdicts/setting';

const SCHEME = 'default_auth_scheme';

/** Database proxies that know who connects. */
export const RULE: ResourceRule = {
  id: 'RDS-010',
  name: 'proxy-authenticates-by-iam',
  title: 'A database proxy admits only clients that authenticate with IAM',
  severity: 'medium',
  claims: ['6.1.e'],
  rationale:
    'A client that logs in with a password has to hold it, and anyone who copies it is that client until somebody changes it. With IAM it holds nothing: a role that may connect as a user of the database asks for a token, which is good for 15 minutes, and CloudTrail and policies know the role. A proxy asks for IAM in each of its `auth` blocks that says so, and of every other user where it uses IAM from end to end. A password is its default.',
  fix: 'Set `auth.iam_auth` to REQUIRED in every block, or leave the blocks out and set `default_auth_scheme` to IAM_AUTH; and allow roles `rds-db:connect` on users of the proxy.',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-iam-setup.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-creating.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_UserAuthConfig.html',
  ],
  types: ['aws_db_proxy'],
  check: (proxy) =>
    settingsInBlocks(proxy, 'auth', [
      {
        attribute: 'iam_auth',
        is: ['REQUIRED'],
        default: 'DISABLED',
        otherwise: 'clients log in to the proxy with the password of the secret',
      },
    ]) ?? schemeVerdict(proxy),
};

/** Without blocks, the scheme of all users decides. */
function schemeVerdict(proxy: Resource): Verdict {
  const scheme = configured(proxy, SCHEME);
  if (isUnknown(scheme)) return unknownAttribute(SCHEME, scheme);
  if (scheme === 'IAM_AUTH') return MET;
  return violated(`${SCHEME} is ${describe(scheme)}, and no auth block requires IAM`, { [SCHEME]: 'IAM_AUTH' });
}
