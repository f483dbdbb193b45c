using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;

namespace ColorDemo.Mesh.Tests.Api;

public class OpenApiTests
{
    public static TheoryData<string> Documents =>
        [.. ApiDocuments.Paths.Where(path => path.StartsWith("/openapi/v3/", StringComparison.Ordinal))];

    [Fact]
    public void The_index_names_every_document()
    {
        var paths = Read("/openapi/v3")["paths"]!.AsObject();

        Assert.Equal(
            Documents.Select(row => row.Data).Order(StringComparer.Ordinal),
            paths.Select(path => ((string)path.Value!["serverRelativeURL"]!).Split('?')[0])
                .Order(StringComparer.Ordinal));
        Assert.All(paths, path => Assert.Contains("?hash=", (string?)path.Value!["serverRelativeURL"]));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_reference_leads_to_a_schema(string path)
    {
        var document = Read(path);
        var schemas = document["components"]!["schemas"]!.AsObject();

        Assert.All(References(document), name => Assert.Contains(name, schemas));
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void Every_kind_has_a_schema_and_a_patch_that_the_server_validates(string path)
    {
        var document = Read(path);
        var patches = document["paths"]!.AsObject()
            .Select(one => one.Value!["patch"])
            .OfType<JsonObject>()
            .ToLookup(patch => $"{patch["x-kubernetes-group-version-kind"]!["kind"]}");
        var kinds = document["components"]!["schemas"]!.AsObject()
            .SelectMany(one => one.Value!["x-kubernetes-group-version-kind"]?.AsArray() ?? [])
            .Select(kind => $"{kind!["kind"]}")
            .ToList();

        Assert.NotEmpty(kinds);
        Assert.All(kinds, kind => Assert.All(patches[kind], patch =>
        {
            var parameters = patch["parameters"]!.AsArray().Select(parameter => (string?)parameter!["name"]).ToList();
            Assert.Contains("fieldValidation", parameters);
            Assert.Contains("dryRun", parameters);
        }));
        Assert.All(kinds, kind => Assert.NotEmpty(patches[kind]));
    }

    [Theory]
    [InlineData("apis/apps/v1", true)]
    [InlineData("apis/networking.istio.io/v1", false)]
    public void Only_kinds_of_Kubernetes_take_strategic_patches(string path, bool taken) =>
        Assert.All(
            Read($"/openapi/v3/{path}")["paths"]!.AsObject().Select(one => one.Value!["patch"]).OfType<JsonObject>(),
            patch => Assert.Equal(
                taken,
                patch["requestBody"]!["content"]!.AsObject().ContainsKey("application/strategic-merge-patch+json")));

    [Theory]
    [InlineData("apis/apps/v1", "io.k8s.api.apps.v1.Deployment")]
    [InlineData("apis/apps/v1", "io.k8s.api.core.v1.PodSpec")]
    [InlineData("api/v1", "io.k8s.api.core.v1.Event")]
    [InlineData("api/v1", "io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta")]
    [InlineData("apis/discovery.k8s.io/v1", "io.k8s.api.discovery.v1.EndpointPort")]
    [InlineData("apis/rbac.authorization.k8s.io/v1", "io.k8s.api.rbac.v1.Subject")]
    [InlineData("apis/networking.istio.io/v1beta1", "io.istio.networking.v1beta1.VirtualService")]
    [InlineData("apis/gateway.networking.k8s.io/v1", "io.k8s.networking.gateway.v1.HTTPRoute")]
    public void Schemas_are_called_as_in_Kubernetes(string path, string name) =>
        Assert.Contains(name, Read($"/openapi/v3/{path}")["components"]!["schemas"]!.AsObject());

    [Theory]
    [InlineData("hosts", """{"type":"array","items":{"type":"string"}""")]
    [InlineData("http/items/timeout", """{"type":"string""")]
    [InlineData("http/items/route/items/weight", """{"type":"integer""")]
    [InlineData("http/items/mirrorPercentage/value", """{"type":"number""")]
    [InlineData("http/items/match/items/ignoreUriCase", """{"type":"boolean""")]
    [InlineData("http/items/match/items/sourceLabels", """
        {"type":"object","additionalProperties":{"type":"string"}
        """)]
    [InlineData("http/items/redirect/derivePort", """
        {"type":"string","enum":["FROM_PROTOCOL_DEFAULT","FROM_REQUEST_PORT"]
        """)]
    public void A_field_of_Istio_has_the_type_that_its_reader_asks_for(string field, string start)
    {
        var schema = Read("/openapi/v3/apis/networking.istio.io/v1")
            ["components"]!["schemas"]!["io.istio.networking.v1.VirtualService"]!["properties"]!["spec"]!;
        foreach (var step in field.Split('/'))
        {
            schema = step == "items" ? schema["items"]! : schema["properties"]![step]!;
        }

        Assert.StartsWith(start.Trim('}'), schema.ToJsonString());
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject json => json.SelectMany(pair => pair.Key == "$ref"
            ? [((string)pair.Value!).Split('/')[^1]]
            : References(pair.Value)),
        JsonArray array => array.SelectMany(References),
        _ => [],
    };

    private static JsonNode Read(string path) => JsonNode.Parse(ApiDocuments.Find(path, null)!.Content.Span)!;
}
