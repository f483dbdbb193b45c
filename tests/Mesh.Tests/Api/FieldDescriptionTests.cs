using ColorDemo.Mesh.Api;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Tests.Api;

public class FieldDescriptionTests
{
    private const string Istio = "networking.istio.io";

    [Theory]
    [InlineData(Istio, "VirtualService")]
    [InlineData(Istio, "DestinationRule")]
    [InlineData(Istio, "Gateway")]
    [InlineData(Istio, "ServiceEntry")]
    [InlineData(GatewayApiKinds.Group, "HTTPRoute")]
    public void Every_described_field_is_one_that_the_reader_asks_for(string group, string kind)
    {
        var known = FieldsOf(group, kind).Keys.Append(kind);

        Assert.Empty(DescriptionsOf(group, kind).Paths.Except(known));
    }

    [Theory]
    [InlineData(Istio, "VirtualService")]
    [InlineData(Istio, "DestinationRule")]
    [InlineData(Istio, "Gateway")]
    [InlineData(Istio, "ServiceEntry")]
    [InlineData(GatewayApiKinds.Group, "HTTPRoute")]
    public void Every_simulated_field_is_described(string group, string kind)
    {
        var descriptions = DescriptionsOf(group, kind);

        var simulated = FieldsOf(group, kind)
            .Where(field => field.Value == FieldTreatment.Simulated)
            .Select(field => field.Key)
            .Where(path => !path.EndsWith(".*", StringComparison.Ordinal));

        Assert.DoesNotContain(simulated, path => descriptions.Find(path) is null);
    }

    [Fact]
    public void Fields_that_are_alike_are_described_once_but_for_the_first()
    {
        var read = FieldDescriptions.Parse("spec.a: A.\nspec.a.x: X.\nspec.b: B.\nspec.b as spec.a\nspec.c as spec.a\n");

        Assert.Equal("B.", read.Find("spec.b")!.Text);
        Assert.Equal("X.", read.Find("spec.b.x")!.Text);
        Assert.Equal("A.", read.Find("spec.c")!.Text);
        Assert.Null(read.Find("spec.bx"));
    }

    private static FieldDescriptions DescriptionsOf(string group, string kind) =>
        FieldDescriptions.Of(ApiResources.OfKind($"{group}/v1", kind)!);

    /// <summary>What is inside of fields that are not simulated counts like these.</summary>
    private static Dictionary<string, FieldTreatment> FieldsOf(string group, string kind)
    {
        var asked = new ProbedKind($"{group}/v1", kind).Read();
        return asked.Forms.Keys
            .Where(path => path.StartsWith("spec", StringComparison.Ordinal))
            .GroupBy(AskedSchema.PlainPathOf)
            .ToDictionary(paths => paths.Key, paths => paths.SelectMany(Upwards).Max(asked.TreatmentOf));
    }

    private static IEnumerable<string> Upwards(string path)
    {
        for (var end = path.Length; end > 0; end = path.LastIndexOf('.', end - 1))
        {
            yield return path[..end];
            yield return path[..end].TrimEnd(']').TrimEnd('0').TrimEnd('[');
        }
    }
}
