import { draw } from './draw';

test('a web ACL stands beside the load balancers that it inspects', () => {
  const web_acl_arn = '${aws_wafv2_web_acl.acl.arn}';
  const { edges, places, open } = draw({
    aws_lb: { one: {}, two: {} },
    aws_wafv2_web_acl: { acl: {}, idle: {} },
    aws_wafv2_web_acl_association: {
      one: { web_acl_arn, resource_arn: '${aws_lb.one.arn}' },
      stage: { web_acl_arn, resource_arn: '${var.stage}' },
    },
  });
  expect(edges).toEqual(['aws_wafv2_web_acl.acl part aws_lb.one: inspects']);
  expect(places['aws_wafv2_web_acl.idle']).toBe('AWS account');
  expect(open).toBe(1);
});
