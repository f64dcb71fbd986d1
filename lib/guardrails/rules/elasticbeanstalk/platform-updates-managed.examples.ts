import { JsonObject } from '../../../terraform/value';
import { Examples } from '../../rule';

function environment(...setting: JsonObject[]): JsonObject {
  return { resource: { aws_elastic_beanstalk_environment: { shop: { application: 'shop', setting } } } };
}

function managed(value: string): JsonObject {
  return { namespace: 'aws:elasticbeanstalk:managedactions', name: 'ManagedActionsEnabled', value };
}

const ADDRESSES = ['aws_elastic_beanstalk_environment.shop'];

export const EXAMPLES: Examples = {
  pass: [
    { title: 'managed updates', terraform: environment(managed('true')) },
    {
      title: 'among other settings',
      terraform: environment(
        { namespace: 'aws:elasticbeanstalk:environment', name: 'EnvironmentType', value: 'LoadBalanced' },
        managed('True')
      ),
    },
  ],
  fail: [
    {
      title: 'nothing about updates',
      terraform: environment({
        namespace: 'aws:elasticbeanstalk:healthreporting:system',
        name: 'SystemType',
        value: 'enhanced',
      }),
      addresses: ADDRESSES,
    },
    { title: 'switched off', terraform: environment(managed('false')), addresses: ADDRESSES },
  ],
  undetermined: [
    {
      title: 'a variable decides',
      terraform: { ...environment(managed('${var.open}')), variable: { open: {} } },
      addresses: ADDRESSES,
    },
    {
      title: 'a template may say it',
      terraform: { resource: { aws_elastic_beanstalk_environment: { shop: { template_name: 'shop-base' } } } },
      addresses: ADDRESSES,
    },
  ],
};
