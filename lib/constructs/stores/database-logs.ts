import { Construct } from 'constructs';
import { RetainedLogGroup } from '../logging/retained-log-group';
import { DatabaseContext } from './database-resources';

/** The log groups of a database or of a copy. RDS would make them by itself: without an end, and under no key of ours. */
export function databaseLogs(
  scope: Construct,
  { engine, identifier, dataClass, region, props }: Omit<DatabaseContext, 'logGroups'>
): RetainedLogGroup[] {
  const place = `/aws/rds/${engine.isAurora ? 'cluster' : 'instance'}/${identifier}`;
  return engine._logs.map((log) => {
    const name = `${log[0].toUpperCase()}${log.slice(1)}Logs`;
    return new RetainedLogGroup(scope, name, { logGroupName: `${place}/${log}`, dataClass, region, tags: props.tags });
  });
}
