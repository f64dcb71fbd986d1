import { holdsPersonalData } from '../../../aws/declared';
import { describe, Value, isTrue, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

const LEVEL = 'log_config.field_log_level';
const EXCLUDE = 'log_config.exclude_verbose_content';

/** The levels at which every field of every request is logged. */
const VERBOSE: readonly Value[] = ['ALL', 'DEBUG', 'INFO'];

/** Logs of a GraphQL API without its contents. */
export const RULE: ResourceRule = {
  id: 'APPSYNC-001',
  name: 'field-content-not-logged',
  title: 'A GraphQL API that carries personal data leaves verbose content out of its field logs',
  severity: 'medium',
  claims: ['2.1.b'],
  rationale:
    'Field logs of every request hold headers, the context with its arguments, and evaluated mapping templates: tokens and personal data, for every reader of the log and as long as the log is kept. AppSync includes them unless it is told not to.',
  fix: 'Set `log_config.exclude_verbose_content` to true, or `log_config.field_log_level` to ERROR.',
  sources: [
    'https://docs.aws.amazon.com/appsync/latest/APIReference/API_LogConfig.html',
    'https://docs.aws.amazon.com/appsync/latest/devguide/monitoring.html',
  ],
  types: ['aws_appsync_graphql_api'],
  check: (api) => {
    if (!holdsPersonalData(api) || api.blocks('log_config').length === 0) return undefined;
    const level = api.get(LEVEL);
    const exclude = api.get(EXCLUDE);
    if (isTrue(exclude) || (!isUnknown(level) && !VERBOSE.includes(level))) return MET;
    if (isUnknown(level)) return unknownAttribute(LEVEL, level);
    if (isUnknown(exclude)) return unknownAttribute(EXCLUDE, exclude);
    return violated(`${LEVEL} is ${describe(level)}, and ${EXCLUDE} is ${describe(exclude)}: contents are logged`, {
      [EXCLUDE]: true,
    });
  },
};
