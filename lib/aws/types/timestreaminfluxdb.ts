import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Timestream for InfluxDB',
  types: {
    aws_timestreaminfluxdb_db_instance: {
      noun: 'InfluxDB instance',
      holdsData: true,
    },
  },
};
