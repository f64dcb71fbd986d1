import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'Transfer Family',
  types: {
    aws_transfer_host_key: {
      noun: 'host key',
      secrets: [{ path: 'host_key_body', instead: 'host_key_body_wo' }],
    },
    aws_transfer_server: {
      noun: 'Transfer Family server',
      holdsData: true,
    },
  },
};
