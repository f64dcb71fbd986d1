import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Kinesis Video Streams',
  types: {
    aws_kinesis_video_stream: {
      noun: 'video stream',
      holdsData: true,
      retention: {
        attribute: 'data_retention_in_hours',
        unit: 'hours',
        default: 0,
        facts: 'A video stream keeps what it was sent for as many hours as it is told, and nothing by default.',
        sources: ['https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_CreateStream.html'],
      },
      atRest: {
        data: 'personal',
        key: 'kms_key_id',
        withoutKey: 'a key that AWS manages encrypts personal data',
        facts: 'Kinesis Video Streams encrypts what it keeps, by default with aws/kinesisvideo.',
        sources: ['https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/how-kms.html'],
      },
    },
  },
};
