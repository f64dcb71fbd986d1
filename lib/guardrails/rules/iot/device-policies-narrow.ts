import { readPolicy } from '../../../aws/iam/policy';
import { MET, ResourceRule, Verdict, violated } from '../../rule';
import { judgePolicy } from '../../verdicts/identity-policies';

/** Policies of devices that say as what they connect, and where they publish. */
export const RULE: ResourceRule = {
  id: 'IOT-004',
  name: 'device-policies-narrow',
  title: 'A policy of devices names what they may do, and with which topics and clients',
  severity: 'high',
  claims: ['3.1.1.q'],
  rationale:
    'Devices are in the hands of others. One whose policy allows every action, or any on every resource, connects under the id of another device, reads what all of them report, and sends them commands. AWS IoT Device Defender calls such policies overly permissive.',
  fix: 'Name the actions, and resources with policy variables such as `$${iot:Connection.Thing.ThingName}`, as Terraform writes them.',
  sources: [
    'https://docs.aws.amazon.com/iot-device-defender/latest/devguide/audit-chk-iot-policy-permissive.html',
    'https://docs.aws.amazon.com/iot/latest/developerguide/iot-policies.html',
  ],
  types: ['aws_iot_policy'],
  check: (resource, model) => {
    const policy = readPolicy(model, resource, 'policy');
    return judgePolicy({ where: 'policy', policy }, ({ actions, notActions, resources }): Verdict => {
      const all = actions.find((action) => /^(?:\*+|iot:\*+)$/i.test(action));
      if (all !== undefined) return violated(`allows every action (${all}) of IoT`);
      if (notActions.length > 0) return violated(`allows all but ${notActions.join(', ')}`);
      return resources.some((one) => /^\*+$/.test(one))
        ? violated(`allows ${actions.join(', ')} on every resource`)
        : MET;
    });
  },
};
