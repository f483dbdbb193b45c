using System.Text.Json.Nodes;
using ColorDemo.Manifests.Tests;
using ColorDemo.Mesh.Api;
using ColorDemo.Tests;

namespace ColorDemo.Mesh.Tests.Api;

/// <summary>Our schemas beside those that Istio installs into a cluster.</summary>
public class IstioSchemaTests
{
    [Theory]
    [InlineData("VirtualService", "networking")]
    [InlineData("DestinationRule", "networking")]
    [InlineData("Gateway", "networking")]
    [InlineData("ServiceEntry", "networking")]
    [InlineData("WorkloadEntry", "networking")]
    [InlineData("PeerAuthentication", "security")]
    public void A_kind_has_every_field_that_Istio_has_with_its_type(string kind, string group)
    {
        var theirs = CrdSchema.Load(Tools.IstioCrds, kind);
        var document = ApiDocuments.Find($"/openapi/v3/apis/{group}.istio.io/v1", null)!;
        var schemas = JsonNode.Parse(document.Content.Span)!["components"]!["schemas"]!;

        Assert.Empty(Differences(
            theirs, schemas[$"io.istio.{group}.v1.{kind}"]!["properties"]!["spec"], "spec"));
    }

    private static IEnumerable<string> Differences(JsonNode theirs, JsonNode? ours, string path)
    {
        if ((string?)theirs["type"] is { } type && type != (string?)ours?["type"])
        {
            return [$"{path} is {type}"];
        }

        var fields = theirs["properties"]?.AsObject().SelectMany(field =>
            Differences(field.Value!, ours!["properties"]?[field.Key], $"{path}.{field.Key}"));
        var items = theirs["items"] is { } item ? Differences(item, ours!["items"], $"{path}[]") : [];
        var values = theirs["additionalProperties"] is JsonObject value
            ? Differences(value, ours!["additionalProperties"], $"{path}.*") : [];
        return [.. fields ?? [], .. items, .. values];
    }
}
