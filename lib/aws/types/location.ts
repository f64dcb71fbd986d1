import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Location Service',
  types: {
    aws_location_tracker: {
      noun: 'tracker',
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'Amazon Location keeps places and positions, encrypted by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/location/latest/developerguide/encryption-at-rest.html'],
      },
    },
    aws_location_geofence_collection: {
      noun: 'geofence collection',
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts: 'Amazon Location keeps places and positions, encrypted by default with a key that AWS owns.',
        sources: ['https://docs.aws.amazon.com/location/latest/developerguide/encryption-at-rest.html'],
      },
    },
  },
};
