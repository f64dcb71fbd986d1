import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Connect',
  types: {
    aws_connect_instance: {
      noun: 'contact center',
      logs: {
        what: 'its contact flows',
        ways: [[{ attribute: 'contact_flow_logs_enabled', is: [true], default: false }]],
        otherwise: 'no log says how contacts were handled',
        facts: 'Connect logs the steps of contact flows where that is switched on; by default it does not.',
        sources: [
          'https://docs.aws.amazon.com/connect/latest/adminguide/contact-flow-logs.html',
          'AWS Security Hub Connect.2',
        ],
      },
    },
    aws_connect_instance_storage_config: {
      noun: 'storage of a contact center',
      atRest: {
        data: 'personal',
        parts: [
          {
            blocks: 'storage_config.s3_config',
            settings: [
              {
                attribute: 'encryption_config.encryption_type',
                is: ['KMS'],
                otherwise: 'recordings and transcripts are encrypted as the bucket says',
              },
            ],
            key: 'encryption_config.key_id',
          },
          {
            blocks: 'storage_config.kinesis_video_stream_config',
            settings: [
              {
                attribute: 'encryption_config.encryption_type',
                is: ['KMS'],
                otherwise: 'no key is named for live audio and video',
              },
            ],
            key: 'encryption_config.key_id',
          },
        ],
        withoutKey: 'no key encrypts the recordings',
        facts:
          'Recordings and transcripts of calls and chats go to a bucket or a video stream, under the key that the storage names.',
        sources: ['https://docs.aws.amazon.com/connect/latest/APIReference/API_InstanceStorageConfig.html'],
      },
    },
  },
};
