/**
 * What nobody can change of a resource once AWS has made it: `lifecycle.ignore_changes` leaves it as it was created.
 *
 * - https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html
 * - https://docs.aws.amazon.com/ebs/latest/userguide/how-ebs-encryption-works.html
 * - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Overview.Encryption.html
 * - https://docs.aws.amazon.com/efs/latest/ug/encryption-at-rest.html
 */
const FIXED: ReadonlySet<string> = new Set([
  'aws_subnet.availability_zone',
  'aws_subnet.availability_zone_id',
  'aws_ebs_volume.encrypted',
  'aws_db_instance.storage_encrypted',
  'aws_rds_cluster.storage_encrypted',
  'aws_efs_file_system.encrypted',
]);

/** Whether an attribute, `aws_subnet.availability_zone`, stays what it was created with. */
export function isFixed(place: string): boolean {
  return FIXED.has(place);
}
