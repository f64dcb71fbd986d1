import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'End User Messaging',
  types: {
    aws_pinpointsmsvoicev2_phone_number: {
      noun: 'phone number',
      deletionProtection: {
        setting: {
          attribute: 'deletion_protection_enabled',
          is: [true],
          default: false,
          otherwise: 'one call gives the number back, and somebody else gets it',
        },
        demand: 'is protected from deletion',
        facts: 'By default one call releases a phone number.',
        sources: ['https://docs.aws.amazon.com/pinpoint/latest/apireference_smsvoicev2/API_RequestPhoneNumber.html'],
      },
    },
  },
};
