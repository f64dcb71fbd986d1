import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Timestream for InfluxDB',
  types: {
    aws_timestreaminfluxdb_db_instance: {
      noun: 'InfluxDB instance',
      holdsData: true,
      zones: {
        setting: {
          attribute: 'deployment_type',
          is: ['WITH_MULTIAZ_STANDBY'],
          default: 'SINGLE_AZ',
          otherwise: 'the database is gone with its Availability Zone',
        },
        environments: 'production',
        facts: 'An InfluxDB instance with a Multi-AZ standby fails over to another zone.',
        sources: [
          'https://docs.aws.amazon.com/timestream/latest/developerguide/timestream-for-influx-managing-multi-az.html',
        ],
      },
      logs: {
        what: 'its events',
        ways: [[{ attribute: 'log_delivery_configuration.s3_configuration.enabled', is: [true] }]],
        otherwise: 'its log ends with the instance',
        facts: 'Timestream for InfluxDB delivers the log of the engine to S3 where that is switched on.',
        sources: ['https://docs.aws.amazon.com/timestream/latest/developerguide/timestream-for-influx-managing.html'],
      },
      publicAddress: {
        setting: { attribute: 'publicly_accessible', is: [false], default: false },
        sources: ['https://docs.aws.amazon.com/ts-influxdb/latest/ts-influxdb-api/API_CreateDbInstance.html'],
      },
    },
    aws_timestreaminfluxdb_db_cluster: {
      noun: 'InfluxDB cluster',
      logs: {
        what: 'its events',
        ways: [[{ attribute: 'log_delivery_configuration.s3_configuration.enabled', is: [true] }]],
        otherwise: 'its log ends with the instance',
        facts: 'Timestream for InfluxDB delivers the log of the engine to S3 where that is switched on.',
        sources: ['https://docs.aws.amazon.com/timestream/latest/developerguide/timestream-for-influx-managing.html'],
      },
      publicAddress: {
        setting: { attribute: 'publicly_accessible', is: [false], default: false },
        sources: ['https://docs.aws.amazon.com/ts-influxdb/latest/ts-influxdb-api/API_CreateDbCluster.html'],
      },
    },
  },
};
