using ColorDemo.Mesh.Istio;
using CsCheck;

namespace ColorDemo.Mesh.Tests;

public class YamlTests
{
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
    public void A_damaged_manifest_is_read_or_refused_and_never_breaks_the_reader()
    {
        var whole = File.ReadAllText(CaseFolder.Of("Cases", "split-across-clusters")["armadillo.yaml"]);
        var damage = Gen.Select(
            Gen.Int[0, whole.Length - 1],
            Gen.Int[0, 40],
            Gen.String[Gen.Char["[]{}:-*&!|>'\"# \n\t\0ab019~"], 0, 6]);

        damage.Sample((from, length, text) =>
        {
            var yaml = whole[..from] + text + whole[Math.Min(whole.Length, from + length)..];
            try
            {
                return ManifestReaderTests.Read(yaml).Documents.Count > 0;
            }
            catch (ManifestException refused)
            {
                return refused.Problems.All(problem => problem.Line > 0 && problem.Message.Length > 0);
            }
        }, iter: 2_000);
    }
}
