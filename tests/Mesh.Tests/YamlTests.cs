using ColorDemo.Mesh.Istio;
using CsCheck;

namespace ColorDemo.Mesh.Tests;

public class YamlTests
{
    public static TheoryData<string> Manifests =>
    [
        File.ReadAllText(CaseFolder.Of("Cases", "split-across-clusters")["armadillo.yaml"]),
        """
        apiVersion: v1
        kind: List
        items:
        - &one {apiVersion: v1, kind: ConfigMap, metadata: {name: a, labels: &labels {app: a}}, data: {a: "1"}}
        - {apiVersion: apps/v1, kind: Deployment, metadata: {name: b, labels: *labels}, spec: {replicas: 2}}
        - <<: *one
          metadata: {name: c, creationTimestamp: 2026-01-31T12:00:00Z}
        """,
        """{"apiVersion": "v1", "kind": "ServiceList", "items": [{"metadata": {"name": "a"}, "spec": {}}]}""",
    ];

    [Theory]
    [InlineData("yes", "true")]
    [InlineData("010", "8")]
    [InlineData("0x1F", "31")]
    [InlineData("\"80\"", "\"80\"")]
    [InlineData("80", "80")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("v1", "\"v1\"")]
    [InlineData("2026-01-01", "\"2026-01-01\"")]
    [InlineData("~", "null")]
    [InlineData("!!str 80", "\"80\"")]
    [InlineData("!!int \"80\"", "80")]
    [InlineData("80.0", "80")]
    [InlineData("1_000", "1000")]
    [InlineData("-0x10", "-16")]
    [InlineData("0o17", "15")]
    [InlineData("0b101", "5")]
    [InlineData("08", "8")]
    [InlineData("_1", "\"_1\"")]
    [InlineData("1e2", "100")]
    [InlineData("1e999", "\"1e999\"")]
    [InlineData("0xFFFFFFFFFFFFFFFFFF", "\"0xFFFFFFFFFFFFFFFFFF\"")]
    public void A_word_means_what_it_means_to_Kubernetes(string yaml, string json)
    {
        var manifest = $"apiVersion: v1\nkind: Thing\nmetadata: {{name: a}}\nvalue: {yaml}\n";
        var data = ManifestReaderTests.Read(manifest).Documents[0].Json;

        Assert.Equal(json, data["value"]?.ToJsonString() ?? "null");
    }

    [Theory]
    [InlineData("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
        "nested over 64 deep")]
    [InlineData("a: *a", "no value before this is named &a")]
    [InlineData("a: &a [*a]", "no value before this is named &a")]
    [InlineData("<<: text", "<< takes a mapping, or a list of mappings")]
    [InlineData("- a list", "a manifest is a mapping")]
    [InlineData("a: [", "this is not YAML")]
    [InlineData("# only a comment", "the file holds no object")]
    public void What_is_no_manifest_is_refused(string yaml, string why) =>
        Assert.Contains(why, Assert.Throws<ManifestException>(() => ManifestReaderTests.Read(yaml)).Message);

    [Fact]
    public void An_alias_is_the_value_that_it_names()
    {
        var data = ManifestReaderTests.Read("""
            apiVersion: v1
            kind: Thing
            metadata: {name: a, labels: &labels {app: color}}
            selector: *labels
            """).Documents[0].Json;

        Assert.Equal("""{"app":"color"}""", data["selector"]!.ToJsonString());
    }

    [Fact]
    public void A_merged_mapping_says_what_the_mapping_itself_does_not()
    {
        var data = ManifestReaderTests.Read("""
            apiVersion: v1
            kind: Thing
            metadata: {name: a}
            first: &first {a: 1, b: 1}
            second: &second {b: 2, c: 2}
            merged:
              <<: [*first, *second]
              a: 0
            """).Documents[0].Json;

        Assert.Equal("""{"a":0,"b":1,"c":2}""", data["merged"]!.ToJsonString());
    }

    [Fact]
    public void Aliases_unfold_to_a_limit()
    {
        var laughs = Enumerable.Range(1, 9).Select(level =>
            $"l{level}: &l{level} [{string.Join(", ", Enumerable.Repeat($"*l{level - 1}", 9))}]");
        var yaml = $"l0: &l0 [lol]\n{string.Join('\n', laughs)}\n";

        var refused = Assert.Throws<ManifestException>(() => ManifestReaderTests.Read(yaml));

        Assert.Contains("the aliases unfold to over 100000 values", refused.Message);
    }

    [Fact]
    public void Aliases_nest_to_a_limit()
    {
        var deeper = Enumerable.Range(1, 70).Select(level => $"l{level}: &l{level} [*l{level - 1}]");
        var yaml = $"l0: &l0 x\n{string.Join('\n', deeper)}\n";

        var refused = Assert.Throws<ManifestException>(() => ManifestReaderTests.Read(yaml));

        Assert.Contains("nested over 64 deep", refused.Message);
    }

    [Theory]
    [InlineData("\ufeffapiVersion: v1\r\nkind: Thing\r\nmetadata:\r\n  name: a\r\n")]
    [InlineData("{\n\t\"apiVersion\": \"v1\",\n\t\"kind\": \"Thing\",\n\t\"metadata\": {\"name\":\"\\u0061\"}\n}\n")]
    [InlineData("---\n---\n# nothing\n---\napiVersion: v1\nkind: Thing\nmetadata: {name: a}\n...\n")]
    public void Every_form_that_kubectl_reads_is_read(string text) =>
        Assert.Equal("a", Assert.Single(ManifestReaderTests.Read(text).Documents).Name);

    [Theory, MemberData(nameof(Manifests))]
    public void A_damaged_manifest_is_read_or_refused_and_never_breaks_the_reader(string whole)
    {
        var damage = Gen.Select(
            Gen.Int[0, whole.Length - 1],
            Gen.Int[0, 40],
            Gen.String[Gen.Char["[]{}:-*&!|>'\"#< \n\t\0ab019~"], 0, 6]);

        damage.Sample((from, length, text) =>
        {
            var yaml = whole[..from] + text + whole[Math.Min(whole.Length, from + length)..];
            try
            {
                return ManifestReaderTests.Read(yaml).Documents.Count > 0;
            }
            catch (ManifestException refused)
            {
                return refused.Problems.All(problem => problem is { Line: > 0, Column: > 0, Message.Length: > 0 });
            }
        }, iter: 2_000);
    }
}
