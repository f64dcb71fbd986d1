from cdktf import App, TerraformStack
from cdktf_aws_toms import EncryptedBucket, Environment, Guardrails, Posture
from cdktf_cdktf_provider_aws.provider import AwsProvider

app = App()
# Synth writes nothing where a measure is violated.
Guardrails.enforce(app)
# For every other environment, state has to lie in a backend that encrypts and locks it.
Posture.set(app, environment=Environment.EPHEMERAL, owner="your-team", retention_days=365)

stack = TerraformStack(app, "{{ $base }}")
AwsProvider(stack, "aws", region="eu-central-1")
EncryptedBucket(stack, "Documents")

app.synth()
