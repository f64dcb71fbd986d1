import { Json, JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

function policyOf(Action: Json, Resource: Json): JsonObject {
  const policy = JSON.stringify({ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action, Resource }] });
  return { resource: { aws_iot_policy: { sensor: { name: 'sensor', policy } } } };
}

const TOPIC = 'arn:aws:iot:eu-central-1:111122223333:topic/sensors/$${iot:Connection.Thing.ThingName}';

export const EXAMPLES: Examples = {
  pass: [
    { title: 'one topic of the device', terraform: policyOf('iot:Publish', TOPIC) },
    {
      title: 'its own client and topic',
      terraform: policyOf(
        ['iot:Connect', 'iot:Publish'],
        ['arn:aws:iot:eu-central-1:111122223333:client/$${iot:Connection.Thing.ThingName}', TOPIC]
      ),
    },
  ],
  fail: [
    { title: 'every action', terraform: policyOf('iot:*', '*'), addresses: ['aws_iot_policy.sensor'] },
    {
      title: 'every topic and client',
      terraform: policyOf(['iot:Connect', 'iot:Publish'], '*'),
      addresses: ['aws_iot_policy.sensor'],
    },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: { variable: { open: {} }, resource: { aws_iot_policy: { sensor: { policy: '${var.open}' } } } },
      addresses: ['aws_iot_policy.sensor'],
    },
  ],
};
