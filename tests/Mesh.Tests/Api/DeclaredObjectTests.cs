using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;

namespace ColorDemo.Mesh.Tests.Api;

public class DeclaredObjectTests
{
    private readonly TestStore _store = new();

    [Theory]
    [InlineData("{apiVersion: v1, kind: ConfigMap, metadata: {name: a}, data: {x: y}}")]
    [InlineData("{apiVersion: v1, kind: Service, metadata: {name: a, namespace: b}, spec: {ports: [{port: 80}]}}")]
    [InlineData("{apiVersion: v1, kind: Namespace, metadata: {name: a, annotations: {}}}")]
    [InlineData("""
        {apiVersion: networking.istio.io/v1beta1, kind: DestinationRule, metadata: {name: a}, spec: {host: b}}
        """)]
    [InlineData("""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: a, labels: {app: a}, creationTimestamp: null}
        spec: {selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: []}}}
        status: {}
        """)]
    [InlineData("""
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: a}
        spec:
          selector: {matchLabels: {app: a}}
          strategy: {rollingUpdate: {maxUnavailable: 0}}
          template:
            metadata: {labels: {app: a}}
            spec:
              containers:
              - name: a
                ports: [{containerPort: 1}]
                readinessProbe: {httpGet: {port: 1}}
        """)]
    public void What_nobody_changed_is_declared_as_its_file_says_it(string yaml)
    {
        var file = TestStore.Document(yaml);
        _store.UseFile(yaml);

        var declared = DeclaredObject.Of(_store.Now.Find(ObjectKey.Of(file.Json))!.Json, file.Json);

        Assert.True(JsonNode.DeepEquals(file.Json, declared), $"{declared}");
    }

    [Theory]
    [InlineData("[{name: a, port: 80}]", "[{name: b, port: 90, protocol: UDP, targetPort: 90}, OLD]",
        "[{name: b, port: 90, protocol: UDP, targetPort: 90}, {name: a, port: 80}]")]
    [InlineData("[{name: a, port: 80}, {name: b, port: 81}]", "[{name: b, port: 81, protocol: TCP, targetPort: 81}]",
        "[{name: b, port: 81}]")]
    [InlineData("[{port: 80}]", "[{port: 90, protocol: TCP, targetPort: 80}]", "[{port: 90, targetPort: 80}]")]
    public void An_item_that_nobody_changed_keeps_its_words_wherever_it_is_now(
        string file, string stored, string declared)
    {
        var old = Service(file);
        var now = Service(stored.Replace(
            "OLD", "{name: a, port: 80, protocol: TCP, targetPort: 80}", StringComparison.Ordinal));

        Assert.True(JsonNode.DeepEquals(Service(declared), DeclaredObject.Of(now, old)));
    }

    [Fact]
    public void The_last_label_that_is_taken_off_leaves_nothing_behind()
    {
        _store.Put("{apiVersion: v1, kind: ConfigMap, metadata: {name: a, labels: {}, annotations: {}}}");

        var stored = _store.Now.Find(new("", "ConfigMap", "default", "a"))!.Json;

        Assert.Null(stored["metadata"]!["labels"]);
        Assert.Null(DeclaredObject.Of(stored)["metadata"]!["annotations"]);
    }

    private static JsonObject Service(string ports) => TestStore.Document(
        $"{{apiVersion: v1, kind: Service, metadata: {{name: a}}, spec: {{ports: {ports}}}}}").Json;
}
