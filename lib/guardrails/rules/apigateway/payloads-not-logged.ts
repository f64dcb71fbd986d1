import { holdsPersonalData } from '../../../aws/declared';
import { configured } from '../../../terraform/configured';
import { Resource } from '../../../terraform/stack';
import { isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';

const FLAG = 'data_trace_enabled';

/** The blocks that say what is logged, by type. */
const BLOCKS: { readonly [type: string]: readonly string[] } = {
  aws_api_gateway_method_settings: ['settings'],
  aws_apigatewayv2_stage: ['default_route_settings', 'route_settings'],
};

/** Logs of an API without what was sent through it. */
export const RULE: ResourceRule = {
  id: 'APIGATEWAY-001',
  name: 'payloads-not-logged',
  title: 'An API that carries personal data does not log requests and responses in full',
  severity: 'medium',
  measures: ['2.1'],
  rationale:
    'With data tracing API Gateway writes whole requests and responses into the execution log: form fields, tokens, answers about people, for every reader of the log and as long as the log is kept. AWS advises against it in production. Access logs with chosen fields show who called what.',
  fix: 'Leave `data_trace_enabled` false, and log the fields that you need by `access_log_settings`.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-logging.html',
    'https://docs.aws.amazon.com/apigateway/latest/api/API_MethodSetting.html',
  ],
  types: Object.keys(BLOCKS),
  check: (resource) => (holdsPersonalData(resource) ? verdictOn(resource) : undefined),
};

function verdictOn(resource: Resource): Verdict {
  const values = BLOCKS[resource.type].flatMap((name) =>
    resource.blocks(name).map((block) => ({ path: `${name}.${FLAG}`, value: configured(block, FLAG) }))
  );
  const on = values.find(({ value }) => isTrue(value));
  if (on) return violated(`${on.path} is ${describe(on.value)}: whole requests and responses stand in the log`);
  const open = values.find(({ value }) => isUnknown(value));
  return open ? undetermined(`${open.path} is ${describe(open.value)}, which only a plan can tell`) : MET;
}
