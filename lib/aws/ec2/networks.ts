/** The provider adopts the network and the subnets that AWS makes in every region by types of their own. */
export const VPCS: readonly string[] = ['aws_vpc', 'aws_default_vpc'];
export const SUBNETS: readonly string[] = ['aws_subnet', 'aws_default_subnet'];
