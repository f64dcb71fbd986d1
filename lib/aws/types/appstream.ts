import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'AppStream 2.0',
  types: {
    aws_appstream_fleet: {
      noun: 'AppStream fleet',
      publicAddress: {
        isWorkload: true,
        setting: {
          attribute: 'enable_default_internet_access',
          is: [false],
          default: false,
          otherwise: 'its instances have public addresses',
        },
        facts:
          'A fleet of AppStream reaches the internet through its own VPC by default; default internet access gives every streaming instance a public address instead.',
        sources: ['https://docs.aws.amazon.com/appstream2/latest/developerguide/default-internet-access.html'],
      },
    },
    aws_appstream_image_builder: {
      noun: 'AppStream image builder',
      publicAddress: {
        isWorkload: true,
        setting: {
          attribute: 'enable_default_internet_access',
          is: [false],
          default: false,
          otherwise: 'it has a public address',
        },
        facts: 'An image builder of AppStream has a public address only with default internet access.',
        sources: ['https://docs.aws.amazon.com/appstream2/latest/developerguide/default-internet-access.html'],
      },
    },
  },
};
