import { withoutLiterals } from '../../../lib/terraform/expression/literals';

test.each([
  ['${format("%s", var.a)}', '${format("…", var.a)}'],
  ['a "b" ${f("c")} "d"', 'a "b" ${f("…")} "d"'],
  ['${f("a ${g("b", {c = "d"})} e", "}")}${x.y["z"]}', '${f("…", "…")}${x.y["…"]}'],
  ['${f("\\"a", "$${b", "%%{c")}', '${f("…", "…", "…")}'],
  ['%{ if var.a == "b" }c%{ endif }', '%{ if var.a == "…" }c%{ endif }'],
  ['$${f("a")} %%{b "c"}', '$${f("a")} %%{b "c"}'],
  ['${<<EOT\nsecret }\nEOT\n} "a"', '${"…"\n} "a"'],
  ['${f(/* secret */ a, # secret\n b) // secret\n}', '${f("…" a, "…"\n b) "…"\n}'],
  ['${var.a == "" ? "" : "b"}', '${var.a == "" ? "" : "…"}'],
  ['${f("secret', '${f("…"'],
  ['${f("a ${g("secret', '${f("…"'],
  ['${<<E\nsecret', '${"…"'],
  ['${{a = {b = "c"}}} "d"', '${{a = {b = "…"}}} "d"'],
])('%s', (text, expected) => {
  expect(withoutLiterals(text)).toBe(expected);
});

test.each(['${', '${"', '"${', '<<A\n', '${<<A\n', '#', '/*', '{"'])('many %j cost little', (unit) => {
  const before = performance.now();
  withoutLiterals(`\${${unit.repeat(50_000)}`);
  expect(performance.now() - before).toBeLessThan(1000);
});
