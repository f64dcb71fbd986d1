import { RESOURCE_TYPES, typesWith } from '../../../aws/types';
import { configured } from '../../../terraform/configured';
import { unique } from '../../families/family';
import { ResourceRule } from '../../rule';
import { settingVerdict } from '../../verdicts/setting';

const TYPES = typesWith(({ minorVersions }) => minorVersions !== undefined);

/** Managed engines that stay patched. */
export const RULE: ResourceRule = {
  id: 'AWS-007',
  name: 'minor-versions-automatic',
  title: 'Databases, caches, brokers and replication instances take minor versions by themselves',
  severity: 'low',
  claims: ['5.1.2.c', '9.1.d'],
  rationale:
    'Minor versions bring the fixes of known vulnerabilities. Where the attribute is on, AWS installs them in the maintenance window; where it is off, an engine stays as it was made until somebody thinks of it. RDS, Aurora, Neptune, ElastiCache, MemoryDB and Redshift, where the attribute is about new versions of the engine, take them by default; brokers of Amazon MQ and instances of DMS do not. DocumentDB has the attribute and ignores it, and Memcached has no such upgrades: they are left out.',
  fix: 'Set `auto_minor_version_upgrade` to true, or `allow_version_upgrade` of a Redshift cluster.',
  sources: unique(TYPES.flatMap((type) => RESOURCE_TYPES[type].minorVersions!.sources)),
  types: TYPES,
  check: (resource) => {
    const { setting, noneIf } = RESOURCE_TYPES[resource.type].minorVersions!;
    if (noneIf && configured(resource, noneIf.attribute) === noneIf.is) return undefined;
    return settingVerdict(resource, setting);
  },
};
