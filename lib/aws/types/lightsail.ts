import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Lightsail',
  types: {
    aws_lightsail_database: {
      noun: 'Lightsail database',
      publicAddress: {
        setting: { attribute: 'publicly_accessible', is: [false], default: false },
        facts:
          'A database of Lightsail is reached from other Lightsail resources of the account, and from the internet where public mode is on.',
        sources: [
          'https://docs.aws.amazon.com/lightsail/latest/userguide/amazon-lightsail-configuring-database-public-mode.html',
        ],
      },
    },
  },
};
