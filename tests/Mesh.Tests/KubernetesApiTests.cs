using ColorDemo.Mesh.Api;
using ColorDemo.Mesh.Tests.Api;
using k8s;
using k8s.Autorest;
using k8s.Models;

namespace ColorDemo.Mesh.Tests;

/// <summary>What the official client can do with a cluster's API.</summary>
public class KubernetesApiTests
{
    private const string Group = "networking.istio.io";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_official_client_lists_and_gets_what_the_cluster_holds()
    {
        await using var api = await TestApi.StartAsync();
        using var client = api.Connect();

        var namespaces = await client.CoreV1.ListNamespaceAsync(cancellationToken: Stop);
        var one = await client.CustomObjects.GetNamespacedCustomObjectAsync<VirtualServiceObject>(
            Group, "v1", "color", "virtualservices", "color", Stop);

        Assert.Equal(
            ["color", "default", "istio-system", "kube-system"], namespaces.Items.Select(item => item.Metadata.Name));
        Assert.Equal([80, 20], one.Spec.Http[0].Route.Select(route => route.Weight));
    }

    [Fact]
    public async Task An_object_that_is_not_there_is_a_Kubernetes_NotFound()
    {
        await using var api = await TestApi.StartAsync();
        using var client = api.Connect();

        var missing = await Assert.ThrowsAsync<HttpOperationException>(() =>
            client.CustomObjects.GetNamespacedCustomObjectAsync<VirtualServiceObject>(
                Group, "v1", "color", "virtualservices", "other", Stop));

        Assert.Equal(404, (int)missing.Response.StatusCode);
        Assert.Contains(
            """virtualservices.networking.istio.io \u0022other\u0022 not found""", missing.Response.Content);
    }

    [Fact]
    public async Task The_official_client_creates_replaces_patches_and_deletes()
    {
        await using var api = await TestApi.StartAsync();
        using var client = api.Connect();
        var map = new V1ConfigMap
        {
            Metadata = new() { Name = "one" },
            Data = new Dictionary<string, string> { ["a"] = "1" },
        };

        var created = await client.CoreV1.CreateNamespacedConfigMapAsync(map, "color", cancellationToken: Stop);
        created.Data["a"] = "2";
        var replaced =
            await client.CoreV1.ReplaceNamespacedConfigMapAsync(created, "one", "color", cancellationToken: Stop);
        var patched = await client.CoreV1.PatchNamespacedConfigMapAsync(
            new("""{"data": {"b": "3"}}""", V1Patch.PatchType.MergePatch), "one", "color", cancellationToken: Stop);
        var deleted = await client.CoreV1.DeleteNamespacedConfigMapAsync("one", "color", cancellationToken: Stop);

        Assert.Equal("2", replaced.Data["a"]);
        Assert.Equal(["2", "3"], patched.Data.Values);
        Assert.Equal("Success", deleted.Status);
        var stale = await Assert.ThrowsAsync<HttpOperationException>(() =>
            client.CoreV1.ReplaceNamespacedConfigMapAsync(created, "one", "color", cancellationToken: Stop));
        Assert.Equal(404, (int)stale.Response.StatusCode);
    }

    [Fact]
    public async Task A_change_of_weights_shows_in_the_object_and_in_the_routing_when_the_answer_is_there()
    {
        await using var api = await TestApi.StartAsync();
        using var client = api.Connect();

        var patched = await client.CustomObjects.PatchNamespacedCustomObjectAsync<VirtualServiceObject>(
            new V1Patch("""[{"op": "replace", "path": "/spec/http/0/route/0/weight", "value": 30}]""",
                V1Patch.PatchType.JsonPatch),
            Group, "v1", "color", "virtualservices", "color", cancellationToken: Stop);

        Assert.Equal([30, 20], api.Stored.Weights);
        Assert.Equal(30, patched.Spec.Http[0].Route[0].Weight);
    }

    [Fact]
    public async Task The_official_client_watches()
    {
        await using var api = await TestApi.StartAsync();
        using var client = api.Connect();
        api.Stored.Put("{apiVersion: v1, kind: ConfigMap, metadata: {name: one, namespace: color}}");
        var told = new List<string>();

        var changes = client.CoreV1.WatchListNamespacedConfigMapAsync("color", cancellationToken: Stop);
        await foreach (var (type, map) in changes)
        {
            told.Add($"{type} {map.Metadata.Name}");
            if (told.Count == 1)
            {
                await client.CoreV1.DeleteNamespacedConfigMapAsync("one", "color", cancellationToken: Stop);
            }
            else
            {
                break;
            }
        }

        Assert.Equal(["Added one", "Deleted one"], told);
    }

    [Theory]
    [InlineData("a.yaml:3: \"x\" \\ and a\nline", "299 - \"a.yaml:3: \\\"x\\\" \\\\ and a line\"")]
    [InlineData("", "299 - \"\"")]
    public void A_warning_is_a_header_on_one_line(string text, string header) =>
        Assert.Equal(header, WarningHeader.Of(text));

    private sealed record VirtualServiceObject(VirtualServiceSpec Spec);

    private sealed record VirtualServiceSpec(IReadOnlyList<HttpRuleObject> Http);

    private sealed record HttpRuleObject(IReadOnlyList<RouteObject> Route);

    private sealed record RouteObject(int Weight);
}
