using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Tests.Api;

public class StoreTests
{
    private readonly TestStore _store = new();

    [Fact]
    public void A_write_is_in_the_routing_when_it_returns()
    {
        _store.UseFile(TestStore.Split(80, 20));

        _store.Put(TestStore.Split(10, 90));

        Assert.Equal([10, 90], _store.Weights);
    }

    [Fact]
    public void A_Deployment_says_what_Kubernetes_fills_in()
    {
        var spec = _store.Put("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: a}
            spec:
              selector: {matchLabels: {app: a}}
              template:
                metadata: {labels: {app: a}}
                spec:
                  containers: [{name: a, ports: [{containerPort: 1}], livenessProbe: {httpGet: {port: 1}}}]
            """).Json["spec"]!;

        var container = spec["template"]!["spec"]!["containers"]![0]!;
        Assert.Equal(
            """{"type":"RollingUpdate","rollingUpdate":{"maxSurge":"25%","maxUnavailable":"25%"}}""",
            spec["strategy"]!.ToJsonString());
        Assert.Equal("TCP", (string)container["ports"]![0]!["protocol"]!);
        Assert.True(JsonNode.DeepEquals(container["livenessProbe"], JsonNode.Parse("""
            {"httpGet": {"port": 1, "path": "/", "scheme": "HTTP"},
             "timeoutSeconds": 1, "periodSeconds": 10, "successThreshold": 1, "failureThreshold": 3}
            """)));
        Assert.Equal("Always 30", $"{spec["template"]!["spec"]!["restartPolicy"]} "
            + spec["template"]!["spec"]!["terminationGracePeriodSeconds"]);
    }

    [Fact]
    public void A_strategy_that_replaces_all_pods_at_once_has_no_shares() =>
        Assert.Equal("""{"type":"Recreate"}""", _store.Put("""
            apiVersion: apps/v1
            kind: Deployment
            metadata: {name: a}
            spec:
              selector: {matchLabels: {app: a}}
              strategy: {type: Recreate}
              template: {metadata: {labels: {app: a}}, spec: {containers: []}}
            """).Json["spec"]!["strategy"]!.ToJsonString());

    [Fact]
    public void What_the_mesh_refuses_changes_nothing()
    {
        _store.UseFile(TestStore.Split(80, 20));
        var before = _store.Now;
        var broken = TestStore.Document(TestStore.Split(80, 20)).Json;
        broken["spec"]!["http"]![0]!["route"]![0]!["weight"] = "eighty";

        var refused = Assert.Throws<ManifestException>(() => _store.Put(broken));

        Assert.Equal("spec.http[0].route[0].weight", Assert.Single(refused.Problems).Field);
        Assert.Same(before, _store.Now);
        Assert.Equal([80, 20], _store.Weights);
    }

    [Fact]
    public void The_last_writer_wins_whether_it_is_a_file_or_not()
    {
        _store.UseFile(TestStore.Split(80, 20));
        _store.Put(TestStore.Split(10, 90));

        _store.UseFile(TestStore.Split(70, 30));

        Assert.Equal([70, 30], _store.Weights);
    }

    [Fact]
    public void A_file_that_says_what_it_said_before_takes_nothing_back()
    {
        _store.UseFile(TestStore.Split(80, 20));
        _store.Put(TestStore.Split(10, 90));

        _store.UseFile($"# a comment\n{TestStore.Split(80, 20)}");

        Assert.Equal([10, 90], _store.Weights);
    }

    [Fact]
    public void An_object_says_which_file_and_line_or_who_wrote_it_last()
    {
        _store.UseFile($"# a comment\n{TestStore.Split(80, 20)}");
        var fromFile = _store.Now.Find(TestStore.Color)!.Origin;

        var edited = _store.Put(TestStore.Split(10, 90));

        Assert.EndsWith(".yaml:2", fromFile);
        Assert.Equal("kubectl-edit", edited.Origin);
    }

    [Fact]
    public void A_line_that_moves_in_a_file_is_told_without_a_new_generation()
    {
        _store.UseFile(TestStore.Split(80, 20));

        _store.UseFile($"# a comment\n{TestStore.Split(80, 20)}");

        var moved = _store.Now.Find(TestStore.Color)!;
        Assert.EndsWith(".yaml:2", moved.Origin);
        Assert.Equal(1, (long)moved.Json["metadata"]!["generation"]!);
    }

    [Fact]
    public void What_leaves_a_file_leaves_the_cluster()
    {
        _store.UseFile($"{TestStore.Split(80, 20)}\n---\n{ConfigMap}");

        _store.UseFile(ConfigMap);

        Assert.Null(_store.Now.Find(TestStore.Color));
        Assert.Empty(_store.Mesh.ManifestsOf(TestStore.Cluster).VirtualServices);
    }

    [Fact]
    public void Writing_the_same_again_is_no_change()
    {
        _store.UseFile(TestStore.Split(80, 20));
        var before = _store.Now.Find(TestStore.Color)!;

        var again = _store.Put(before.Json.DeepClone().AsObject());

        Assert.Same(before, again);
        Assert.Equal(before.Version, (long)_store.Now.Version);
    }

    [Fact]
    public void The_server_keeps_identity_and_counts_generations()
    {
        var created = _store.Put(TestStore.Split(80, 20));
        var relabelled = created.Json.DeepClone().AsObject();
        relabelled["metadata"]!["labels"] = new JsonObject { ["team"] = "red" };
        relabelled["metadata"]!["uid"] = "made-up";
        var labels = _store.Put(relabelled);
        var spec = _store.Put(TestStore.Split(10, 90));

        Assert.Equal([created.Uid, created.Uid], [labels.Uid, spec.Uid]);
        Assert.Equal([1, 1, 2],
            new[] { created, labels, spec }.Select(one => (long)one.Json["metadata"]!["generation"]!));
        Assert.Equal($"{spec.Version}", (string)spec.Json["metadata"]!["resourceVersion"]!);
    }

    [Fact]
    public void A_dry_run_checks_and_changes_nothing()
    {
        _store.UseFile(TestStore.Split(80, 20));
        var before = _store.Now;

        var shown = _store.Put(TestStore.Split(10, 90), isDryRun: true);

        Assert.Equal(10, (long)shown.Json["spec"]!["http"]![0]!["route"]![0]!["weight"]!);
        Assert.Equal(before.Find(TestStore.Color)!.Origin, shown.Origin);
        Assert.Same(before, _store.Now);
    }

    [Fact]
    public void Whoever_follows_gets_every_change_once_and_in_order()
    {
        var log = _store.Store.LogOf(TestStore.Cluster);
        var known = _store.Now.Version;

        for (var weight = 1; weight <= 100; weight++)
        {
            _store.Put(TestStore.Split(weight, 1));
        }

        var changes = log.After(known)!;
        Assert.Equal(Enumerable.Range((int)known + 1, 100), changes.Select(change => (int)change.Version));
        Assert.Equal(Enumerable.Range(1, 100).Select(one => (long)one), changes.Select(change =>
            (long)change.After!.Json["spec"]!["http"]![0]!["route"]![0]!["weight"]!));
        Assert.Null(log.After(known + 1_000));
    }

    [Fact]
    public void The_object_of_a_file_remembers_what_was_applied_as_kubectl_does()
    {
        _store.UseFile("""
            apiVersion: v1
            kind: ConfigMap
            metadata: {name: colors, namespace: color}
            data: {z: a<b, a: "1"}
            """);

        var annotations = _store.Now.Find(new("", "ConfigMap", "color", "colors"))!.Json["metadata"]!["annotations"]!;

        Assert.Equal(
            """{"apiVersion":"v1","data":{"a":"1","z":"a\u003cb"},"kind":"ConfigMap","metadata":{"annotations":{},"""
            + "\"name\":\"colors\",\"namespace\":\"color\"}}\n",
            (string)annotations["kubectl.kubernetes.io/last-applied-configuration"]!);
    }

    private const string ConfigMap = """
        apiVersion: v1
        kind: ConfigMap
        metadata: {name: colors, namespace: color}
        """;
}
