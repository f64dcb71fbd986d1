import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a VPC and a transit gateway, each with a flow log',
      terraform: {
        resource: {
          aws_vpc: { main: { count: 2 } },
          aws_ec2_transit_gateway: { hub: {} },
          aws_flow_log: {
            main: { count: 2, vpc_id: '${aws_vpc.main[count.index].id}', traffic_type: 'ALL', log_destination: 'a' },
            hub: { transit_gateway_id: '${aws_ec2_transit_gateway.hub.id}', log_destination: 'b' },
          },
        },
      },
    },
    {
      title: 'a second flow log for refused traffic alone, blocks as lists',
      terraform: {
        resource: [
          {
            aws_vpc: [{ main: [{}] }],
            aws_flow_log: [
              { refused: [{ vpc_id: '${aws_vpc.main.id}', traffic_type: 'REJECT' }] },
              { all: [{ vpc_id: '${aws_vpc.main.id}', traffic_type: 'ALL' }] },
            ],
          },
        ],
      },
    },
  ],
  fail: [
    {
      title: 'no flow log, or one of a subnet alone',
      terraform: {
        resource: {
          aws_vpc: { main: {} },
          aws_subnet: { app: { vpc_id: '${aws_vpc.main.id}' } },
          aws_ec2_transit_gateway: { hub: {} },
          aws_flow_log: { app: { subnet_id: '${aws_subnet.app.id}', traffic_type: 'ALL' } },
        },
      },
      addresses: ['aws_ec2_transit_gateway.hub', 'aws_vpc.main'],
    },
    {
      title: 'only what was refused',
      terraform: {
        resource: {
          aws_vpc: { main: {} },
          aws_flow_log: { main: { vpc_id: '${aws_vpc.main.id}', traffic_type: 'REJECT' } },
        },
      },
      addresses: ['aws_vpc.main'],
    },
    {
      title: 'only what was let through, by the ids of a plan with a module',
      terraform: {
        format_version: '1.2',
        planned_values: {
          root_module: {
            child_modules: [
              {
                address: 'module.network',
                resources: [
                  {
                    address: 'module.network.aws_vpc.this[0]',
                    mode: 'managed',
                    type: 'aws_vpc',
                    name: 'this',
                    index: 0,
                    values: { id: 'vpc-1' },
                  },
                  {
                    address: 'module.network.aws_flow_log.this[0]',
                    mode: 'managed',
                    type: 'aws_flow_log',
                    name: 'this',
                    index: 0,
                    values: { vpc_id: 'vpc-1', traffic_type: 'ACCEPT' },
                  },
                ],
              },
            ],
          },
        },
      },
      addresses: ['module.network.aws_vpc.this[0]'],
    },
  ],
  undetermined: [
    {
      title: 'variables name the VPC and the traffic',
      terraform: {
        variable: { vpc: {}, traffic: {} },
        resource: {
          aws_vpc: { first: {}, second: {} },
          aws_flow_log: {
            first: { vpc_id: '${var.vpc}', traffic_type: 'ALL' },
            second: { vpc_id: '${aws_vpc.second.id}', traffic_type: '${var.traffic}' },
          },
        },
      },
      addresses: ['aws_vpc.first', 'aws_vpc.second'],
    },
  ],
};
