using System.Net;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;

namespace ColorDemo.Mesh.Tests.Api;

public class DeletionTests
{
    private const string Pods = "/api/v1/namespaces/color/pods";
    private const string Deployments = "/apis/apps/v1/namespaces/color/deployments";

    [Fact]
    public async Task A_deleted_object_is_gone_and_its_answer_says_which_it_was()
    {
        await using var api = await TestApi.StartAsync();
        var uid = api.Stored.Now.Find(TestStore.Color)!.Uid;

        var sent = await api.SendAsync("DELETE", $"{TestApi.VirtualServices}/color");
        var again = await api.SendAsync("DELETE", $"{TestApi.VirtualServices}/color");

        Assert.Equal("Success", (string)sent.Json["status"]!);
        Assert.Equal(uid, (string)sent.Json["details"]!["uid"]!);
        Assert.Equal(HttpStatusCode.NotFound, again.Code);
        Assert.Empty(api.Stored.Mesh.ManifestsOf(TestStore.Cluster).VirtualServices);
    }

    [Theory]
    [InlineData("", 30)]
    [InlineData("?gracePeriodSeconds=0", 0)]
    [InlineData("?gracePeriodSeconds=5", 5)]
    public async Task A_pod_is_only_told_to_end(string query, int seconds)
    {
        await using var api = await TestApi.StartAsync();
        PutPod(api);

        var sent = await api.SendAsync("DELETE", $"{Pods}/one{query}");

        Assert.Equal("Pod", (string)sent.Json["kind"]!);
        Assert.Equal(seconds, (int)sent.Json["metadata"]!["deletionGracePeriodSeconds"]!);
        Assert.True(api.Stored.Now.Find(new("", "Pod", "color", "one"))!.IsBeingDeleted);
    }

    [Fact]
    public async Task A_pod_that_is_ending_can_only_be_told_to_end_sooner()
    {
        await using var api = await TestApi.StartAsync();
        PutPod(api);

        List<int> seconds = [];
        foreach (var asked in (int[])[5, 20, 1])
        {
            var sent = await api.SendAsync("DELETE", $"{Pods}/one?gracePeriodSeconds={asked}");
            seconds.Add((int)sent.Json["metadata"]!["deletionGracePeriodSeconds"]!);
        }

        Assert.Equal([5, 5, 1], seconds);
    }

    [Fact]
    public async Task A_namespace_takes_along_what_is_in_it()
    {
        await using var api = await TestApi.StartAsync();
        PutPod(api);

        var sent = await api.SendAsync("DELETE", "/api/v1/namespaces/color");

        Assert.Equal(HttpStatusCode.OK, sent.Code);
        var left = api.Stored.Now.Objects.Keys.Where(key => key.Namespace == "color");
        Assert.Equal(["one"], left.Select(key => key.Name));
        Assert.True(api.Stored.Now.Find(new("", "Pod", "color", "one"))!.IsBeingDeleted);
    }

    [Theory]
    [InlineData("?propagationPolicy=Orphan", null)]
    [InlineData("", """{"propagationPolicy": "Orphan"}""")]
    public async Task A_Deployment_does_not_go_without_its_pods(string query, string? body)
    {
        await using var api = await TestApi.StartAsync();
        var key = PutDeployment(api, "{name: a}");

        var one = await api.SendAsync("DELETE", $"{Deployments}/one{query}", body);
        var all = await api.SendAsync("DELETE", $"{Deployments}{query}", body);

        Assert.All([one, all], sent => Assert.Equal(HttpStatusCode.BadRequest, sent.Code));
        Assert.Contains("end with their Deployment", (string)one.Json["message"]!);
        Assert.NotNull(api.Stored.Now.Find(key));
    }

    [Theory]
    [InlineData("envFrom: [{configMapRef: {name: used}}]", 403)]
    [InlineData("env: [{name: A, valueFrom: {configMapKeyRef: {name: used, key: a}}}]", 403)]
    [InlineData("envFrom: [{configMapRef: {name: used, optional: true}}]", 200)]
    [InlineData("envFrom: [{configMapRef: {name: other}}]", 200)]
    public async Task A_ConfigMap_stays_while_a_Deployment_needs_it(string environment, int code)
    {
        await using var api = await TestApi.StartAsync();
        await api.SendAsync("POST", TestApi.ConfigMaps, TestApi.ConfigMap("used"));
        PutDeployment(api, $"{{name: a, {environment}}}");

        var sent = await api.SendAsync("DELETE", $"{TestApi.ConfigMaps}/used");

        Assert.Equal(code, (int)sent.Code);
        if (code == 403)
        {
            Assert.StartsWith("configmaps \"used\" is forbidden: Deployment color/one takes environment variables",
                (string)sent.Json["message"]!);
        }
    }

    [Fact]
    public async Task The_namespaces_of_every_cluster_stay()
    {
        await using var api = await TestApi.StartAsync();

        Assert.Equal(HttpStatusCode.Forbidden, (await api.SendAsync("DELETE", "/api/v1/namespaces/default")).Code);
    }

    [Fact]
    public async Task A_selector_deletes_what_it_matches()
    {
        await using var api = await TestApi.StartAsync();
        foreach (var name in (string[])["a", "b", "c"])
        {
            api.Stored.Put($$"""
                apiVersion: v1
                kind: ConfigMap
                metadata: {name: {{name}}, namespace: color, labels: {n: {{name}}} }
                """);
        }

        var sent = await api.SendAsync("DELETE", $"{TestApi.ConfigMaps}?labelSelector=n in (a,c)");

        Assert.Equal(["a", "c"], sent.Json["items"]!.AsArray().Select(one => (string)one!["metadata"]!["name"]!));
        Assert.Equal(["b"], api.Stored.Now.List("", "ConfigMap").Select(one => one.Key.Name));
    }

    [Theory]
    [InlineData("?gracePeriodSeconds=-1", "{}")]
    [InlineData("?propagationPolicy=Somehow", "{}")]
    [InlineData("", "{\"gracePeriodSeconds\": \"x\"}")]
    [InlineData("", "{\"dryRun\": [\"Some\"]}")]
    [InlineData("", "{\"preconditions\": 1}")]
    [InlineData("?labelSelector=a in", "{}")]
    public async Task Wrong_options_delete_nothing(string query, string body)
    {
        await using var api = await TestApi.StartAsync();

        var sent = await api.SendAsync("DELETE", $"{TestApi.VirtualServices}{query}", body);

        Assert.Equal(HttpStatusCode.BadRequest, sent.Code);
        Assert.NotNull(api.Stored.Now.Find(TestStore.Color));
    }

    private static void PutPod(TestApi api) => api.Stored.Store.Write(TestStore.Cluster, draft => draft.PutDerived(
        JsonNode.Parse("""
            {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "one", "namespace": "color"},
             "spec": {"containers": [{"name": "main"}]} }
            """)!.AsObject()));

    private static ObjectKey PutDeployment(TestApi api, string container) => api.Stored.Put($$"""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: one, namespace: color}
        spec:
          selector: {matchLabels: {app: one} }
          template:
            metadata: {labels: {app: one} }
            spec:
              containers:
              - {{container}}
        """).Key;
}
