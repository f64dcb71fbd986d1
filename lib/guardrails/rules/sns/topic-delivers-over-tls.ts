import { isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** Protocols under which SNS delivers by TLS. What a mail or a text message passes through, nobody here can tell. */
const ENCRYPTED = ['https', 'sqs', 'lambda', 'firehose'];

/** Subscriptions that deliver by TLS. */
export const RULE: ResourceRule = {
  id: 'SNS-004',
  name: 'topic-delivers-over-tls',
  title: 'A topic does not deliver over plain HTTP',
  severity: 'medium',
  claims: ['1.1.1.e'],
  rationale:
    'A subscription of protocol http sends every message, and the token that confirms or ends the subscription, over the network unencrypted. A denial in the topic policy does not touch deliveries. Mail and text messages are left out: SNS offers no choice there.',
  fix: 'Set `protocol` to https, and `endpoint` to a URL that begins with https://.',
  sources: [
    'https://docs.aws.amazon.com/sns/latest/dg/sns-security-best-practices.html',
    'https://docs.aws.amazon.com/sns/latest/api/API_Subscribe.html',
  ],
  types: ['aws_sns_topic_subscription'],
  check: (subscription) => {
    const protocol = subscription.get('protocol');
    if (isUnknown(protocol)) return unknownAttribute('protocol', protocol);
    if (protocol === 'http') return violated('protocol is "http": messages cross the network unencrypted');
    return typeof protocol === 'string' && ENCRYPTED.includes(protocol) ? MET : undefined;
  },
};
