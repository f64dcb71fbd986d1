import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Rekognition',
  types: {
    aws_rekognition_stream_processor: {
      noun: 'stream processor',
      atRest: {
        data: 'personal',
        parts: [{ only: { attribute: 'settings.connected_home.min_confidence' }, key: 'kms_key_id' }],
        withoutKey: 'a key that AWS owns encrypts personal data',
        facts:
          'A processor that looks for labels writes images of what it saw to a bucket, encrypted under the key that it names. One that searches faces takes no key.',
        sources: ['https://docs.aws.amazon.com/rekognition/latest/APIReference/API_CreateStreamProcessor.html'],
      },
    },
  },
};
