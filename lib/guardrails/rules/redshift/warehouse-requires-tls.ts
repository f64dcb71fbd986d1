import { familyOfDefault, parameterIn } from '../../../aws/parameter-group';
import { configured } from '../../../terraform/configured';
import { Model } from '../../../terraform/model';
import { targetsOf } from '../../../terraform/references';
import { Resource } from '../../../terraform/stack';
import { Value, isTrue, isUnknown, describe } from '../../../terraform/value';
import { MET, ResourceRule, Verdict, undetermined, violated } from '../../rule';
import { worst } from '../../verdicts/checks';
import { isNamedByWhole } from '../../verdicts/parts';

const GROUP = 'aws_redshift_parameter_group';
const CLUSTERS = { type: 'aws_redshift_cluster', attribute: 'cluster_parameter_group_name', names: ['name'] };
const PARAMETER = 'require_ssl';
const IN_A_WORKGROUP = { blocks: 'config_parameter', name: 'parameter_key', value: 'parameter_value' };

/** What the families of parameter groups have the parameter at by default. */
const DEFAULTS: { readonly [family: string]: boolean } = { 'redshift-1.0': false, 'redshift-2.0': true };

/** Warehouses that refuse unencrypted connections. */
export const RULE: ResourceRule = {
  id: 'REDSHIFT-001',
  name: 'warehouse-requires-tls',
  title: 'A Redshift warehouse refuses connections without TLS',
  severity: 'high',
  claims: ['1.1.2.c', '3.2.4.a'],
  rationale:
    'Redshift offers TLS and leaves it to the client, unless require_ssl is on. It is in the parameter group that AWS gives to clusters made since January 2025, default.redshift-2.0, and off in the one of older clusters, default.redshift-1.0; workgroups of Redshift Serverless changed their default at the same time. Where the configuration names neither it does not show which holds, and the outcome is open. A parameter group of clusters that are not here is judged by itself.',
  fix: 'Attach an `aws_redshift_parameter_group` with the parameter `require_ssl` = true, and give a workgroup a `config_parameter` of that name and value. A cluster takes it at its next reboot.',
  sources: [
    'https://docs.aws.amazon.com/redshift/latest/mgmt/connecting-ssl-support.html',
    'https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-parameter-groups.html',
    'https://aws.amazon.com/about-aws/whats-new/2024/11/amazon-redshift-enhance-security-default-behavior/',
    'AWS Security Hub Redshift.2, RedshiftServerless.2',
  ],
  types: ['aws_redshift_cluster', 'aws_redshiftserverless_workgroup', GROUP],
  check: (warehouse, model) => {
    if (warehouse.type === 'aws_redshiftserverless_workgroup') return workgroupVerdict(warehouse);
    if (warehouse.type === 'aws_redshift_cluster') return clusterVerdict(model, warehouse);
    // A group is judged with the clusters that name it, and by itself where they are elsewhere.
    return isNamedByWhole(model, warehouse, CLUSTERS) ? undefined : groupVerdict(warehouse);
  },
};

function clusterVerdict(model: Model, cluster: Resource): Verdict {
  const name = configured(cluster, 'cluster_parameter_group_name');
  if (name === undefined) {
    return undetermined(
      'cluster_parameter_group_name is not set, and the default depends on when the cluster was made'
    );
  }
  const groups = targetsOf(model, cluster, name, [GROUP], ['name']);
  const verdict = worst(groups.map(groupVerdict));
  if (verdict) return verdict;
  const family = typeof name === 'string' ? familyOfDefault(name) : undefined;
  if (family !== undefined) return defaultVerdict(family, describe(name));
  return undetermined(
    `cluster_parameter_group_name is ${describe(name)}, which names no aws_redshift_parameter_group that is read here`
  );
}

function groupVerdict(group: Resource): Verdict {
  const value = parameterIn(group, PARAMETER);
  return value === undefined ? defaultVerdict(group.get('family'), group.address) : valueVerdict(value, group.address);
}

function workgroupVerdict(workgroup: Resource): Verdict {
  const value = parameterIn(workgroup, PARAMETER, IN_A_WORKGROUP);
  if (value !== undefined) return valueVerdict(value, 'config_parameter');
  return undetermined(`no config_parameter sets ${PARAMETER}, and the default depends on when the workgroup was made`);
}

function valueVerdict(value: Value, where: string): Verdict {
  if (isUnknown(value))
    return undetermined(`${PARAMETER} in ${where} is ${describe(value)}, which only a plan can tell`);
  return isTrue(value)
    ? MET
    : violated(`${PARAMETER} is ${describe(value)} in ${where}: connections without TLS are taken too`);
}

/** What holds in a group that leaves the parameter as its family has it. */
function defaultVerdict(family: Value, where: string): Verdict {
  const isOn = typeof family === 'string' ? DEFAULTS[family] : undefined;
  if (isOn === undefined) return undetermined(`${PARAMETER} is not set in ${where}, and its default is not known`);
  return isOn
    ? MET
    : violated(`${PARAMETER} is not set in ${where}, which means false: connections without TLS are taken too`);
}
