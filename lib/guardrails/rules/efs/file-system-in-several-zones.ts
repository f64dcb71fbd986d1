import { isProduction } from '../../../aws/declared';
import { configured } from '../../../terraform/configured';
import { describe, isUnknown } from '../../../terraform/value';
import { MET, ResourceRule, violated } from '../../rule';
import { unknownAttribute } from '../../verdicts/checks';

/** File systems that outlive the loss of a zone. */
export const RULE: ResourceRule = {
  id: 'EFS-003',
  name: 'file-system-in-several-zones',
  title: 'A file system in production is kept in several Availability Zones',
  severity: 'medium',
  measures: ['3.3.1'],
  rationale:
    'EFS keeps files in three zones or more, unless one is named: a One Zone file system is out of reach while its zone is, and lost with it. A file system whose environment nobody declares counts as production.',
  fix: 'Leave out `availability_zone_name`. It makes the file system anew: copy the files first. What is no production says so: the posture, or the tag tom:environment.',
  sources: ['https://docs.aws.amazon.com/efs/latest/ug/availability-durability.html'],
  types: ['aws_efs_file_system'],
  check: (system) => {
    if (!isProduction(system)) return undefined;
    const zone = configured(system, 'availability_zone_name');
    if (isUnknown(zone)) return unknownAttribute('availability_zone_name', zone);
    if (zone === undefined || zone === '') return MET;
    return violated(`availability_zone_name is ${describe(zone)}: the files are lost with that Availability Zone`);
  },
};
