import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Timestream for InfluxDB',
  types: {
    aws_timestreaminfluxdb_db_instance: {
      noun: 'InfluxDB instance',
      holdsData: true,
      publicAddress: {
        setting: { attribute: 'publicly_accessible', is: [false], default: false },
        sources: ['https://docs.aws.amazon.com/ts-influxdb/latest/ts-influxdb-api/API_CreateDbInstance.html'],
      },
    },
    aws_timestreaminfluxdb_db_cluster: {
      noun: 'InfluxDB cluster',
      publicAddress: {
        setting: { attribute: 'publicly_accessible', is: [false], default: false },
        sources: ['https://docs.aws.amazon.com/ts-influxdb/latest/ts-influxdb-api/API_CreateDbCluster.html'],
      },
    },
  },
};
