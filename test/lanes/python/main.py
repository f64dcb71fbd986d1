"""An app of one bucket. With OPEN in its environment the bucket can be made public."""
import os

from cdktf import App, TerraformStack
from cdktf_aws_toms import EncryptedBucket, Environment, Guardrails, Posture
from cdktf_cdktf_provider_aws.provider import AwsProvider

app = App()
Guardrails.enforce(app)
Posture.set(app, environment=Environment.EPHEMERAL, owner="billing", retention_days=3650)

stack = TerraformStack(app, "app")
AwsProvider(stack, "aws", region="eu-central-1")
bucket = EncryptedBucket(stack, "Invoices")
if "OPEN" in os.environ:
    bucket.node.find_child("PublicAccessBlock").add_override("block_public_acls", False)

app.synth()
