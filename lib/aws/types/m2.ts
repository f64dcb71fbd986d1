import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Mainframe Modernization',
  types: {
    aws_m2_environment: {
      noun: 'runtime environment',
      publicAddress: {
        isWorkload: true,
        setting: { attribute: 'publicly_accessible', is: [false], default: false },
        facts:
          'A runtime environment of Mainframe Modernization is within its VPC unless it is made publicly accessible.',
        sources: ['https://docs.aws.amazon.com/m2/latest/userguide/create-environments-m2.html'],
      },
    },
  },
};
