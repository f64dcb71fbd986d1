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
    aws_quicksight_account_settings: {
      noun: 'settings of QuickSight',
      deletionProtection: {
        setting: {
          attribute: 'termination_protection_enabled',
          is: [true],
          default: true,
          otherwise: 'one call deletes all data sets and dashboards',
        },
        demand: 'protect the account from deletion',
        facts: 'QuickSight protects an account from deletion unless told otherwise.',
        sources: ['https://docs.aws.amazon.com/quicksight/latest/APIReference/API_UpdateAccountSettings.html'],
      },
    },
  },
};
