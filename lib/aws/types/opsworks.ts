import { ResourceType, Service } from './resource-type';

/** Layers differ in what they install, and not in how their instances are run. */
const LAYER: ResourceType = {
  noun: 'OpsWorks layer',
  logs: {
    what: 'its instances',
    ways: [[{ attribute: 'cloudwatch_configuration.enabled', is: [true], default: false }]],
    otherwise: 'the logs of its instances end with them',
    facts:
      'A layer sends the log files of its instances to CloudWatch Logs where that is switched on; by default it does not.',
    sources: ['https://docs.aws.amazon.com/opsworks/latest/userguide/monitoring-cloudwatch-logs.html'],
  },
  publicAddress: {
    isWorkload: true,
    setting: {
      attribute: 'auto_assign_public_ips',
      is: [false],
      default: false,
      otherwise: 'the internet reaches its instances',
    },
    facts: 'A layer of OpsWorks gives its instances public addresses only where it is told to.',
    sources: ['https://docs.aws.amazon.com/opsworks/latest/userguide/workinglayers-basics-edit.html'],
  },
};

export const SERVICE: Service = {
  name: 'OpsWorks',
  types: {
    aws_opsworks_custom_layer: LAYER,
    aws_opsworks_ecs_cluster_layer: LAYER,
    aws_opsworks_ganglia_layer: LAYER,
    aws_opsworks_haproxy_layer: LAYER,
    aws_opsworks_java_app_layer: LAYER,
    aws_opsworks_memcached_layer: LAYER,
    aws_opsworks_mysql_layer: LAYER,
    aws_opsworks_nodejs_app_layer: LAYER,
    aws_opsworks_php_app_layer: LAYER,
    aws_opsworks_rails_app_layer: LAYER,
    aws_opsworks_static_web_layer: LAYER,
    aws_opsworks_application: {
      noun: 'OpsWorks application',
      inTransit: {
        demand: 'is served over TLS',
        settings: [{ attribute: 'enable_ssl', is: [true], default: false, otherwise: 'it is served by plain HTTP' }],
        facts: 'OpsWorks serves an application by HTTP unless TLS is enabled for it.',
        sources: ['https://docs.aws.amazon.com/opsworks/latest/APIReference/API_CreateApp.html'],
      },
    },
  },
};
