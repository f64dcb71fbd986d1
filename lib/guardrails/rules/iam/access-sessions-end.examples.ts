import { Examples } from '../../rule';

export const EXAMPLES: Examples = {
  pass: [
    {
      title: 'a working day',
      terraform: {
        resource: {
          aws_iam_role: { support: { max_session_duration: 28800 } },
          aws_ssoadmin_permission_set: { support: { session_duration: 'PT4H30M' } },
        },
      },
    },
    {
      title: 'an hour, by default, and a VPN',
      terraform: {
        resource: {
          aws_ec2_client_vpn_endpoint: { staff: { session_timeout_hours: 8 } },
          aws_iam_role: { app: { count: 2 } },
          aws_ssoadmin_permission_set: { admins: { name: 'admins' } },
        },
      },
    },
  ],
  fail: [
    {
      title: 'a profile of Roles Anywhere for half a day',
      terraform: { resource: { aws_rolesanywhere_profile: { branch: { duration_seconds: 43200 } } } },
      addresses: ['aws_rolesanywhere_profile.branch'],
    },
    {
      title: 'a VPN whose client connects again by itself',
      terraform: {
        resource: {
          aws_ec2_client_vpn_endpoint: { staff: { session_timeout_hours: 8, disconnect_on_session_timeout: false } },
        },
      },
      addresses: ['aws_ec2_client_vpn_endpoint.staff'],
    },
    {
      title: 'half a day',
      terraform: {
        resource: {
          aws_iam_role: { support: { max_session_duration: 43200 } },
          aws_ssoadmin_permission_set: { support: { session_duration: 'PT12H' } },
        },
      },
      addresses: ['aws_iam_role.support', 'aws_ssoadmin_permission_set.support'],
    },
    {
      title: 'a VPN for a whole day, by default',
      terraform: { resource: { aws_ec2_client_vpn_endpoint: { staff: { description: 'staff' } } } },
      addresses: ['aws_ec2_client_vpn_endpoint.staff'],
    },
  ],
  undetermined: [
    {
      title: 'a variable says how long',
      terraform: {
        variable: { time: {} },
        resource: { aws_iam_role: { support: { max_session_duration: '${var.time}' } } },
      },
      addresses: ['aws_iam_role.support'],
    },
  ],
};
