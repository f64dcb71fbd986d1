import { regionalSettings } from '../../aws/ec2/regional-settings';
import { configured } from '../../terraform/configured';
import { Model } from '../../terraform/model';
import { Resource } from '../../terraform/stack';
import { Value, isTrue, isUnknown, describe } from '../../terraform/value';
import { Verdict, undetermined, violated, MET } from '../rule';

const TYPE = 'aws_ebs_encryption_by_default';

/** The verdict on whether the account of a resource encrypts every new volume of its region. */
export function defaultEncryption(model: Model, resource: Resource): Verdict {
  const { here, perhaps } = regionalSettings(model, resource, TYPE);
  const enabled = (setting: Resource): Value => configured(setting, 'enabled') ?? true;
  if (here.some((setting) => isTrue(enabled(setting)))) return MET;
  const open = here.find((setting) => isUnknown(enabled(setting)));
  if (open) {
    return undetermined(`enabled of ${open.address} is ${describe(enabled(open))}, which only a plan can tell`);
  }
  const other = perhaps.find((setting) => isTrue(enabled(setting)) || isUnknown(enabled(setting)));
  if (other) {
    return undetermined(`only a plan can tell whether ${other.qualifiedAddress} is of this account and region`);
  }
  if (here.length > 0) return violated(`enabled of ${here[0].address} is false`);
  return violated(`no ${TYPE} of this account and region is among what is checked`);
}
