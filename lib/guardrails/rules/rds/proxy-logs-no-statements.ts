import { holdsPersonalData } from '../../../aws/declared';
import { configured } from '../../../terraform/configured';
import { describe, isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const DEBUG = 'debug_logging';

/** Logs of a database proxy without statements. */
export const RULE: ResourceRule = {
  id: 'RDS-009',
  name: 'proxy-logs-no-statements',
  title: 'A database proxy of personal data leaves statements out of its logs',
  severity: 'medium',
  claims: ['2.1.b'],
  rationale:
    'With debug logging the log of a proxy holds the text of every statement, and with it the data that clients write and search for, for every reader of the log and as long as the log is kept. AWS calls it a setting for the search for a fault, and switches it off again after a day: a configuration that sets it turns it on again with every apply.',
  fix: 'Leave `debug_logging` false.',
  sources: [
    'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CreateDBProxy.html',
    'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy-creating.html',
  ],
  types: ['aws_db_proxy'],
  check: (proxy) => {
    if (!holdsPersonalData(proxy)) return undefined;
    const debug = configured(proxy, DEBUG);
    if (isUnknown(debug)) return unknownAttribute(DEBUG, debug);
    if (!isTrue(debug)) return MET;
    return violated(`${DEBUG} is ${describe(debug)}: the log holds the text of every statement`, { [DEBUG]: false });
  },
};
