import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'QuickSight',
  types: {
    aws_quicksight_data_source: {
      noun: 'QuickSight data source',
      inTransit: {
        demand: 'connects over TLS',
        settings: [
          {
            attribute: 'ssl_properties.disable_ssl',
            is: [false],
            default: false,
            otherwise: 'rows pass unencrypted from the database to QuickSight',
          },
        ],
        facts: 'QuickSight connects to a data source over TLS unless that is disabled.',
        sources: ['https://docs.aws.amazon.com/quicksight/latest/APIReference/API_SslProperties.html'],
      },
    },
  },
};
