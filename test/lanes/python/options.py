"""Two apps that leave open whether a bucket can be made public: one warns, the other refuses it."""
from cdktf import App, TerraformStack, TerraformVariable
from cdktf_aws_toms import EncryptedBucket, Enforcement, Environment, Guardrails, Posture, Undetermined
from cdktf_cdktf_provider_aws.provider import AwsProvider


def app_in(outdir, **options):
    app = App(outdir=outdir)
    Guardrails.enforce(app, undetermined=Undetermined.REFUSE, **options)
    Posture.set(app, environment=Environment.EPHEMERAL, owner="billing", retention_days=3650)
    stack = TerraformStack(app, "app")
    AwsProvider(stack, "aws", region="eu-central-1")
    closed = TerraformVariable(stack, "closed", type="bool")
    bucket = EncryptedBucket(stack, "Invoices")
    bucket.node.find_child("PublicAccessBlock").add_override("block_public_acls", closed.boolean_value)
    return app


app_in("warned", enforcement=Enforcement.WARN).synth()
app_in("refused").synth()
