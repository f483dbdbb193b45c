using System.Text;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;

namespace ColorDemo.Mesh.Tests.Api;

public class DiscoveryTests
{
    private const string V2 = "application/json;g=apidiscovery.k8s.io;v=v2;as=APIGroupDiscoveryList";
    private const string V2Beta1 = "application/json;g=apidiscovery.k8s.io;v=v2beta1;as=APIGroupDiscoveryList";

    [Fact]
    public void Groups_of_Kubernetes_come_first_and_all_others_by_name()
    {
        var groups = Read("/apis")["groups"]!.AsArray();

        Assert.Equal(
            [
                "apps", "rbac.authorization.k8s.io", "discovery.k8s.io", "extensions.istio.io",
                "gateway.networking.k8s.io", "networking.istio.io", "security.istio.io", "telemetry.istio.io",
            ],
            groups.Select(group => (string?)group!["name"]));
    }

    [Fact]
    public void The_stable_version_is_preferred()
    {
        var group = Read("/apis/networking.istio.io");

        Assert.Equal("v1", (string?)group["preferredVersion"]!["version"]);
        Assert.Equal(
            ["networking.istio.io/v1", "networking.istio.io/v1beta1", "networking.istio.io/v1alpha3"],
            group["versions"]!.AsArray().Select(version => (string?)version!["groupVersion"]));
    }

    [Fact]
    public void A_version_has_only_the_kinds_that_it_serves()
    {
        Assert.DoesNotContain("envoyfilters", Names("/apis/networking.istio.io/v1"));
        Assert.Contains("envoyfilters", Names("/apis/networking.istio.io/v1alpha3"));
    }

    [Fact]
    public void Scale_is_of_a_group_of_its_own()
    {
        var scale = Assert.Single(Resources("/apis/apps/v1"), one => (string?)one!["name"] == "deployments/scale")!;

        Assert.Equal("autoscaling v1 Scale", $"{scale["group"]} {scale["version"]} {scale["kind"]}");
    }

    [Fact]
    public void Logs_of_pods_are_only_read()
    {
        var log = Assert.Single(Resources("/api/v1"), one => (string?)one!["name"] == "pods/log")!;

        Assert.Equal("""["get"]""", log["verbs"]!.ToJsonString());
    }

    [Theory]
    [InlineData(V2, "apidiscovery.k8s.io/v2")]
    [InlineData(V2Beta1, "apidiscovery.k8s.io/v2beta1")]
    [InlineData($"{V2Beta1},{V2},application/json", "apidiscovery.k8s.io/v2")]
    [InlineData("application/json", null)]
    [InlineData("*/*", null)]
    [InlineData("application/json;as=Table;v=v1;g=meta.k8s.io", null)]
    [InlineData("no, media/type; here=\"", null)]
    [InlineData(null, null)]
    public void Who_asks_for_all_in_one_document_gets_it(string? accept, string? apiVersion)
    {
        var document = ApiDocuments.Find("/apis", accept)!;

        var json = JsonNode.Parse(document.Content.Span)!;
        Assert.Equal(apiVersion ?? "v1", (string?)json["apiVersion"]);
        Assert.Equal(apiVersion is null, document.MediaType == "application/json");
    }

    [Fact]
    public void The_one_document_tells_the_same_resources_as_the_many()
    {
        var many = ApiGroup.All
            .SelectMany(group => group.Versions.Select(version => $"/{group.PathOf(version)}"))
            .SelectMany(path => Names(path).Select(name => $"{path}/{name}"));
        var one = new[] { "/api", "/apis" }.SelectMany(path =>
            from @group in JsonNode.Parse(ApiDocuments.Find(path, V2)!.Content.Span)!["items"]!.AsArray()
            from version in @group["versions"]!.AsArray()
            from resource in version["resources"]!.AsArray()
            let root = string.Join('/',
                new[] { path, (string?)@group["metadata"]!["name"], (string?)version["version"] }.OfType<string>())
            from name in (resource["subresources"]?.AsArray() ?? [])
                .Select(sub => $"{resource["resource"]}/{sub!["subresource"]}").Prepend($"{resource["resource"]}")
            select $"{root}/{name}");

        Assert.Equal(many.Order(), one.Order());
    }

    [Theory]
    [InlineData("/apis/nobody.example.com")]
    [InlineData("/apis/apps/v2")]
    [InlineData("/apis/")]
    [InlineData("/openapi/v1")]
    public void What_is_not_served_is_not_described(string path) => Assert.Null(ApiDocuments.Find(path, null));

    [Theory]
    [InlineData("application/com.github.proto-openapi.spec.v2@v1.0+protobuf", "\n\u00032.0")] // kubectl 1.32
    [InlineData("application/com.github.proto-openapi.spec.v2.v1.0+protobuf", "\n\u00032.0")]
    [InlineData("application/json", "{\"swagger\":\"2.0\"")]
    [InlineData(null, "{\"swagger\":\"2.0\"")]
    public void OpenApi_v2_knows_no_kind_in_any_form(string? accept, string start)
    {
        var document = ApiDocuments.Find("/openapi/v2", accept)!;

        Assert.StartsWith(start, Encoding.UTF8.GetString(document.Content.Span));
        Assert.Equal(start[0] == '{', document.MediaType == "application/json");
    }

    private static IEnumerable<string> Names(string path) => Resources(path).Select(one => (string)one!["name"]!);

    private static JsonArray Resources(string path) => Read(path)["resources"]!.AsArray();

    private static JsonNode Read(string path) => JsonNode.Parse(ApiDocuments.Find(path, null)!.Content.Span)!;
}
