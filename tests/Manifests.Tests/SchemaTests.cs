using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;
using ColorDemo.Tests;

namespace ColorDemo.Manifests.Tests;

/// <summary>Istio's own CRDs say what a real API server would take.</summary>
public class SchemaTests
{
    public static TheoryData<string> Kustomizations => Manifests.Kustomizations;

    [Theory, MemberData(nameof(Kustomizations))]
    public void Every_Istio_resource_is_valid_by_its_CRD(string kustomization)
    {
        foreach (var document in Manifests.Read(kustomization).Documents.Where(IsIstio))
        {
            Assert.Equal("networking.istio.io/v1", document.ApiVersion);
            CrdSchema.Check(document.Json["spec"], Schema(document.Kind), $"{document.File} spec");
        }
    }

    [Fact]
    public void The_check_itself_finds_an_unknown_field_and_a_wrong_type()
    {
        var schema = Schema("VirtualService");

        Assert.ThrowsAny<Exception>(() => CrdSchema.Check(JsonNode.Parse("""{"hostz": []}"""), schema, "spec"));
        Assert.ThrowsAny<Exception>(() => CrdSchema.Check(JsonNode.Parse("""{"hosts": "*"}"""), schema, "spec"));
        Assert.ThrowsAny<Exception>(() => CrdSchema.Check(
            JsonNode.Parse("""{"http": [{"route": [{"destination": {"host": "a"}, "weight": "80"}]}]}"""),
            schema,
            "spec"));
    }

    private static bool IsIstio(ManifestDocument document) =>
        document.ApiVersion.Contains("istio.io", StringComparison.Ordinal);

    private static JsonNode Schema(string kind) => CrdSchema.Load(Tools.IstioCrds, kind);
}
