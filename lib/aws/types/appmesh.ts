import { Service } from './resource-type';

export const SERVICE: Service = {
  name: 'App Mesh',
  types: {
    aws_appmesh_virtual_gateway: {
      noun: 'virtual gateway',
      logs: {
        what: 'its requests',
        ways: [[{ attribute: 'spec.logging.access_log.file.path', such: '/dev/stdout' }]],
        otherwise: 'no log says who called it',
        facts:
          'Envoy, the proxy of App Mesh, writes an access log where the path of a file is set, and none otherwise.',
        note: 'The log driver of the container passes on what goes to /dev/stdout.',
        sources: ['https://docs.aws.amazon.com/app-mesh/latest/userguide/envoy-logs.html'],
      },
      inTransit: {
        demand: 'takes only TLS connections',
        blocks: 'spec.listener',
        settings: [{ attribute: 'tls.mode', is: ['STRICT'], otherwise: 'the listener takes unencrypted connections' }],
        facts: 'App Mesh passes traffic between proxies unencrypted unless a listener is told to take TLS only.',
        sources: ['https://docs.aws.amazon.com/app-mesh/latest/userguide/tls.html'],
      },
    },
    aws_appmesh_virtual_node: {
      noun: 'virtual node',
      logs: {
        what: 'its requests',
        ways: [[{ attribute: 'spec.logging.access_log.file.path', such: '/dev/stdout' }]],
        otherwise: 'no log says who called it',
        facts:
          'Envoy, the proxy of App Mesh, writes an access log where the path of a file is set, and none otherwise.',
        note: 'The log driver of the container passes on what goes to /dev/stdout.',
        sources: ['https://docs.aws.amazon.com/app-mesh/latest/userguide/envoy-logs.html'],
      },
      inTransit: {
        demand: 'takes only TLS connections',
        blocks: 'spec.listener',
        settings: [{ attribute: 'tls.mode', is: ['STRICT'], otherwise: 'the listener takes unencrypted connections' }],
        facts: 'App Mesh passes traffic between proxies unencrypted unless a listener is told to take TLS only.',
        sources: ['https://docs.aws.amazon.com/app-mesh/latest/userguide/tls.html'],
      },
    },
  },
};
