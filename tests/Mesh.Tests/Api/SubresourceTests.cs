using System.Net;

namespace ColorDemo.Mesh.Tests.Api;

/// <summary>Scale and status, and pods, which are written by nobody but their Deployment.</summary>
public class SubresourceTests
{
    private const string Merge = "application/merge-patch+json";
    private const string Deployments = "/apis/apps/v1/namespaces/color/deployments";

    [Fact]
    public async Task A_Deployment_is_scaled()
    {
        await using var api = await TestApi.StartAsync();
        await api.SendAsync("POST", Deployments, Deployment);

        var read = await api.SendAsync("GET", $"{Deployments}/one/scale");
        var put = await api.SendAsync("PUT", $"{Deployments}/one/scale", """{"spec": {"replicas": 3} }""");
        var patched = await api.SendAsync("PATCH", $"{Deployments}/one/scale", """{"spec": {"replicas": 4} }""", Merge);
        var wrong = await api.SendAsync("PATCH", $"{Deployments}/one/scale", """{"spec": {"replicas": -1} }""", Merge);

        Assert.Equal("autoscaling/v1 Scale", $"{read.Json["apiVersion"]} {read.Json["kind"]}");
        Assert.Equal("app=one", (string)read.Json["status"]!["selector"]!);
        Assert.Equal([1, 3, 4], new[] { read, put, patched }.Select(sent => (int)sent.Json["spec"]!["replicas"]!));
        Assert.Equal(422, (int)wrong.Code);
        Assert.Equal(4, api.Stored.Mesh.ManifestsOf(TestStore.Cluster).Deployments.Single().Spec.Replicas);
    }

    [Theory]
    [InlineData("""{"spec": {"selector": {"matchLabels": {"version": "v1"} } } }""", "field is immutable")]
    [InlineData("""{"spec": {"selector": null} }""", "spec.selector: is required")]
    [InlineData("""{"spec": {"template": {"metadata": {"labels": {"app": "two"} } } } }""", "does not match")]
    public async Task A_Deployment_keeps_finding_its_pods(string patch, string told)
    {
        await using var api = await TestApi.StartAsync();
        await api.SendAsync("POST", Deployments, Deployment);

        var sent = await api.SendAsync("PATCH", $"{Deployments}/one", patch, Merge);

        Assert.Equal(422, (int)sent.Code);
        Assert.Contains(told, (string)sent.Json["message"]!);
    }

    [Fact]
    public async Task A_status_is_written_at_its_own_address_and_nowhere_else()
    {
        await using var api = await TestApi.StartAsync();
        await api.SendAsync("POST", Deployments, Deployment);
        const string Wanted = """{"spec": {"replicas": 7}, "status": {"replicas": 5} }""";

        var status = await api.SendAsync("PATCH", $"{Deployments}/one/status", Wanted, Merge);
        var whole = await api.SendAsync("PATCH", $"{Deployments}/one", """{"status": {"replicas": 6} }""", Merge);
        var wrong = await api.SendAsync(
            "PATCH", $"{Deployments}/one/status", """{"status": {"replicas": "x"} }""", Merge);

        Assert.Equal("1 5", $"{status.Json["spec"]!["replicas"]} {status.Json["status"]!["replicas"]}");
        Assert.Equal(5, (int)whole.Json["status"]!["replicas"]!);
        Assert.Equal(422, (int)wrong.Code);
    }

    [Theory]
    [InlineData("POST", "/api/v1/namespaces/color/pods", "{\"metadata\": {\"name\": \"one\"}}")]
    [InlineData("PUT", "/api/v1/namespaces/color/pods/one", "{}")]
    [InlineData("PATCH", "/api/v1/namespaces/color/pods/one", "{}")]
    [InlineData("PATCH", "/api/v1/namespaces/color/pods/one/status", "{}")]
    public async Task Pods_are_made_by_Deployments_alone(string method, string path, string body)
    {
        await using var api = await TestApi.StartAsync();

        var sent = await api.SendAsync(method, path, body, method == "PATCH" ? Merge : "application/json");

        Assert.Equal(HttpStatusCode.Forbidden, sent.Code);
        Assert.Contains("Deployment", (string)sent.Json["message"]!);
    }

    private const string Deployment = """
        {"metadata": {"name": "one"}, "spec": {"selector": {"matchLabels": {"app": "one"} }, "template": {
        "metadata": {"labels": {"app": "one"} }, "spec": {"containers": [{"name": "one", "image": "color-svc"}]} } } }
        """;
}
