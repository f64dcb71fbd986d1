import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Kinesis Video Streams',
  types: {
    aws_kinesis_video_stream: {
      noun: 'video stream',
      holdsData: true,
    },
  },
};
