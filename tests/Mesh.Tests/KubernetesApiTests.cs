using ColorDemo.Mesh.Api;
using k8s;
using k8s.Autorest;

namespace ColorDemo.Mesh.Tests;

public class KubernetesApiTests
{
    private const string Group = "networking.istio.io";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_official_client_lists_and_gets_what_the_manifests_say()
    {
        await using var mesh = await TestMesh.StartAsync(Split);
        using var client = await ConnectAsync(mesh);

        var services = await client.CoreV1.ListServiceForAllNamespacesAsync(cancellationToken: Stop);
        var one = await client.CustomObjects.GetNamespacedCustomObjectAsync<VirtualServiceObject>(
            Group, "v1", "color", "virtualservices", "color", Stop);

        Assert.Equal("color-svc", Assert.Single(services.Items).Metadata.Name);
        Assert.Equal([80, 20], one.Spec.Http[0].Route.Select(route => route.Weight));
    }

    [Fact]
    public async Task An_object_that_is_not_there_is_a_Kubernetes_NotFound()
    {
        await using var mesh = await TestMesh.StartAsync(Split);
        using var client = await ConnectAsync(mesh);

        var missing = await Assert.ThrowsAsync<HttpOperationException>(() =>
            client.CustomObjects.GetNamespacedCustomObjectAsync<VirtualServiceObject>(
                Group, "v1", "color", "virtualservices", "other", Stop));

        Assert.Equal(404, (int)missing.Response.StatusCode);
        Assert.Contains("""virtualservices.networking.istio.io \"other\" not found""", missing.Response.Content);
    }

    [Fact]
    public async Task A_write_is_refused()
    {
        await using var mesh = await TestMesh.StartAsync(Split);
        using var client = await ConnectAsync(mesh);

        var refused = await Assert.ThrowsAsync<HttpOperationException>(() =>
            client.CustomObjects.DeleteNamespacedCustomObjectAsync(
                Group, "v1", "color", "virtualservices", "color", cancellationToken: Stop));

        Assert.Equal(405, (int)refused.Response.StatusCode);
    }

    [Fact]
    public async Task A_change_shows_in_the_object_and_in_the_resource_version()
    {
        await using var mesh = await TestMesh.StartAsync(Split);
        using var client = await ConnectAsync(mesh);
        var before = await ListAsync(client);

        mesh.Use(Split.Replace("weight: 80", "weight: 30", StringComparison.Ordinal));

        var after = await ListAsync(client);
        Assert.NotEqual(before.Metadata.ResourceVersion, after.Metadata.ResourceVersion);
        Assert.Equal(30, after.Items[0].Spec.Http[0].Route[0].Weight);
    }

    [Theory]
    [InlineData("file.yaml:3: spec: \"quoted\" \\ and a\nline")]
    [InlineData("")]
    public void A_warning_survives_its_header(string text) =>
        Assert.Equal(text.ReplaceLineEndings(" "), WarningHeader.TextOf(WarningHeader.Of(text)));

    private static Task<VirtualServiceObjects> ListAsync(Kubernetes client) =>
        client.CustomObjects.ListClusterCustomObjectAsync<VirtualServiceObjects>(
            Group, "v1", "virtualservices", cancellationToken: Stop);

    private static async Task<Kubernetes> ConnectAsync(TestMesh mesh)
    {
        var address = await mesh.ServeAsync(app => app.MapKubernetesApi("armadillo", mesh.State, () => null));
        return new(new KubernetesClientConfiguration { Host = $"http://{address}" });
    }

    private const string Split = """
        apiVersion: networking.istio.io/v1beta1
        kind: VirtualService
        metadata: {name: color, namespace: color}
        spec:
          hosts: ["*"]
          gateways: [color]
          http:
          - route:
            - {destination: {host: color-svc, subset: armadillo}, weight: 80}
            - {destination: {host: color-svc, subset: bison}, weight: 20}
        """;

    private sealed record VirtualServiceObjects(
        k8s.Models.V1ListMeta Metadata, IReadOnlyList<VirtualServiceObject> Items);

    private sealed record VirtualServiceObject(VirtualServiceSpec Spec);

    private sealed record VirtualServiceSpec(IReadOnlyList<HttpRuleObject> Http);

    private sealed record HttpRuleObject(IReadOnlyList<RouteObject> Route);

    private sealed record RouteObject(int Weight);
}
