import { describe } from '../../model';
import { MET, ResourceRule, violated } from '../../rule';
import { isUnknown } from '../../value';
import { unknownAttribute } from '../checks';
import { configured } from '../configured';
import { isProduction } from '../environment';

/** File systems that outlive the loss of a zone. */
export const EFS_003: ResourceRule = {
  id: 'EFS-003',
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
  examples: {
    pass: [
      {
        title: 'no zone is named',
        terraform: { resource: { aws_efs_file_system: { files: { count: 2, encrypted: true } } } },
      },
      {
        title: 'a development environment, in a list',
        terraform: {
          resource: [
            {
              aws_efs_file_system: [
                {
                  files: [{ availability_zone_name: 'eu-central-1a', tags: { 'tom:environment': 'development' } }],
                },
              ],
            },
          ],
        },
      },
      {
        title: 'the provider fills in the attribute, in a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              resources: [
                {
                  address: 'aws_efs_file_system.files',
                  mode: 'managed',
                  type: 'aws_efs_file_system',
                  name: 'files',
                  values: { availability_zone_name: '' },
                },
              ],
            },
          },
        },
      },
    ],
    fail: [
      {
        title: 'one zone',
        terraform: {
          resource: { aws_efs_file_system: { files: { availability_zone_name: 'eu-central-1a' } } },
        },
        addresses: ['aws_efs_file_system.files'],
      },
      {
        title: 'one zone within a module of a plan',
        terraform: {
          format_version: '1.2',
          planned_values: {
            root_module: {
              child_modules: [
                {
                  address: 'module.shop',
                  resources: [
                    {
                      address: 'module.shop.aws_efs_file_system.files',
                      mode: 'managed',
                      type: 'aws_efs_file_system',
                      name: 'files',
                      values: { availability_zone_name: 'eu-central-1b' },
                    },
                  ],
                },
              ],
            },
          },
        },
        addresses: ['module.shop.aws_efs_file_system.files'],
      },
    ],
    undetermined: [
      {
        title: 'a variable decides',
        terraform: {
          variable: { zone: {} },
          resource: { aws_efs_file_system: { files: { availability_zone_name: '${var.zone}' } } },
        },
        addresses: ['aws_efs_file_system.files'],
      },
    ],
  },
};
