import { Resource } from '../model';

/** Whether a resource serves real users. One whose environment nobody declares counts as if it did. */
export function isProduction(resource: Resource): boolean {
  const tag = resource.tag('tom:environment');
  const environment = typeof tag === 'string' ? tag : resource.posture?.environment;
  return environment === undefined || environment === 'production';
}
