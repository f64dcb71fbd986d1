import { Block } from '../../../terraform/block';
import { configured } from '../../../terraform/configured';
import { Value, describe, isFalse, isUnknown, items } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { unknownAttribute, worst } from '../../verdicts/checks';

/** How a type says which sites may read its answers. */
interface Cors {
  /** The blocks that say it. */
  readonly blocks: string;
  readonly origins: string;
  /** The attribute that lets credentials along. None where the service always does for an origin that it does not answer with a star. */
  readonly credentials?: string;
}

const RULES_OF_BUCKET: Cors = { blocks: 'cors_rule', origins: 'allowed_origins' };

const TYPES: { readonly [type: string]: Cors } = {
  aws_apigatewayv2_api: { blocks: 'cors_configuration', origins: 'allow_origins', credentials: 'allow_credentials' },
  aws_cloudfront_response_headers_policy: {
    blocks: 'cors_config',
    origins: 'access_control_allow_origins.items',
    credentials: 'access_control_allow_credentials',
  },
  aws_lambda_function_url: { blocks: 'cors', origins: 'allow_origins', credentials: 'allow_credentials' },
  aws_s3_bucket: RULES_OF_BUCKET,
  aws_s3_bucket_cors_configuration: RULES_OF_BUCKET,
};

/** Every site, and every site by HTTPS or HTTP. */
const EVERY = /^(?:https?:\/\/)?\*$|^(?:\*|https?\*?):\/\/\*$|^http\*$/;

/** Answers that only named web sites read in the name of their visitors. */
export const RULE: ResourceRule = {
  id: 'AWS-031',
  name: 'no-credentials-from-every-site',
  title:
    'No API, function, distribution or bucket lets every web site read its answers with the credentials of visitors',
  severity: 'medium',
  claims: ['3.1.1.l'],
  rationale:
    'Where any origin is allowed together with credentials, a page that a signed-in visitor opens somewhere else can ask in the name of that visitor, and read the answer. S3 lets credentials along for each origin that it does not answer with a star, so that a pattern such as https://* allows them for every site. An allowed star without credentials is no more than what anyone can ask for.',
  fix: 'Name the origins, such as https://app.example.com; or leave out the attribute that allows credentials.',
  sources: [
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-cors.html',
    'https://docs.aws.amazon.com/lambda/latest/api/API_Cors.html',
    'https://docs.aws.amazon.com/AmazonS3/latest/userguide/ManageCorsUsing.html',
    'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/understanding-response-headers-policies.html',
  ],
  types: Object.keys(TYPES),
  check: (resource) => {
    const cors = TYPES[resource.type];
    const blocks = resource.blocks(cors.blocks);
    const whole = blocks.length === 0 ? configured(resource, cors.blocks) : undefined;
    if (isUnknown(whole)) return unknownAttribute(cors.blocks, whole);
    return worst(blocks.map((block) => corsVerdict(block, cors)));
  },
};

function corsVerdict(block: Block, { blocks, origins, credentials }: Cors): Verdict {
  const along: Value = credentials === undefined ? true : configured(block, credentials);
  if (along === undefined || isFalse(along)) return MET;
  const list = configured(block, origins);
  if (isUnknown(list)) return unknownAttribute(`${blocks}.${origins}`, list);
  const found = items(list);
  const every = found.find((one) => typeof one === 'string' && EVERY.test(one) && (credentials ?? one !== '*'));
  const open = found.find(isUnknown);
  if (every === undefined) return open === undefined ? MET : unknownAttribute(`${blocks}.${origins}`, open);
  if (isUnknown(along)) return unknownAttribute(`${blocks}.${credentials}`, along);
  return violated(
    `${blocks}.${origins} has ${describe(every)}${credentials === undefined ? '' : ` with ${credentials}`}: every web site reads what its visitors may read`
  );
}
