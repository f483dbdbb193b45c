using System.Text;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;
using CsCheck;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Tests.Api;

/// <summary>Requests that nobody would send, and those that somebody sends with a slip.</summary>
public class AnyRequestTests
{
    private const int Requests = 20_000;

    private static readonly Gen<string> Method = Gen.OneOf("GET", "POST", "PUT", "PATCH", "DELETE", "HEAD");

    private static readonly Gen<string> Segment = Gen.OneOf(
        "api", "apis", "v1", "v1beta1", "networking.istio.io", "apps", "namespaces", "color", "default", "nowhere",
        "virtualservices", "configmaps", "deployments", "pods", "endpointslices", "events", "services", "one", "status",
        "scale", "log", "exec", "", "..", "%00", "a b", "ü", "openapi", "v3", "version");

    private static readonly Gen<string> Path = Gen.Frequency(
        (1, Segment.Array[0, 8].Select(parts => $"/{string.Join('/', parts)}")),
        (6, Gen.OneOf(
            TestApi.VirtualServices, $"{TestApi.VirtualServices}/color", $"{TestApi.VirtualServices}/color/status",
            TestApi.ConfigMaps, $"{TestApi.ConfigMaps}/one", "/api/v1/namespaces", "/api/v1/namespaces/other",
            "/api/v1/namespaces/color/services", "/api/v1/namespaces/color/services/one",
            "/api/v1/namespaces/color/pods/pod", "/api/v1/namespaces/color/pods/pod/log",
            "/apis/apps/v1/namespaces/color/deployments", "/apis/apps/v1/namespaces/color/deployments/one",
            "/apis/apps/v1/namespaces/color/deployments/one/scale", "/api/v1/namespaces/color/endpoints",
            "/apis/apps/v1/namespaces/color/deployments/one/status", "/api/v1/namespaces/color/events",
            "/apis/gateway.networking.k8s.io/v1/namespaces/color/httproutes",
            "/apis/rbac.authorization.k8s.io/v1/clusterroles", "/api/v1/namespaces/color/endpoints/one")));

    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOf("", "1", "0", "-1", "true", "All", "Strict", "Warn", "a=b", "a in (b)", "metadata.name=color",
            "9223372036854775807", "99999999999999999999", "Exact", "NotOlderThan", "e30", "2026-01-31T12:00:00Z"),
        Gen.String[0, 8]);

    private static readonly Gen<string> Query = Gen.Select(
        Gen.OneOf("watch", "limit", "continue", "resourceVersion", "resourceVersionMatch", "labelSelector",
            "fieldSelector", "dryRun", "fieldManager", "fieldValidation", "gracePeriodSeconds", "propagationPolicy",
            "timeoutSeconds", "tailLines", "sinceTime", "limitBytes", "follow", "includeObject", "container",
            "sendInitialEvents"), Text).Select((name, value) => $"{name}={Uri.EscapeDataString(value)}")
        .Array[0, 3].Select(parts => string.Join('&', parts));

    private static readonly Gen<JsonNode?> Value = Gen.Recursive<JsonNode?>((depth, inner) => depth > 3
        ? Scalar
        : Gen.Frequency(
            (3, Scalar),
            (2, Gen.Select(Word, inner).Array[0, 4].Select(fields => (JsonNode?)new JsonObject(
                fields.DistinctBy(field => field.Item1)
                    .Select(field => KeyValuePair.Create(field.Item1, field.Item2))))),
            (1, inner.Array[0, 3].Select(items => (JsonNode?)new JsonArray(items)))));

    private static Gen<string> Word => Gen.OneOf(
        "apiVersion", "kind", "metadata", "name", "namespace", "labels", "annotations", "spec", "status", "http",
        "route",
        "weight", "hosts", "ports", "port", "data", "replicas", "selector", "template", "rules", "resourceVersion",
        "uid",
        "finalizers", "generateName", "a.b/c", "", "$patch", "preconditions", "subsets", "endpoints", "count");

    private static Gen<JsonNode?> Scalar => Gen.OneOf(
        Gen.Const((JsonNode?)null), Gen.Bool.Select(flag => (JsonNode?)flag),
        Gen.Long.Select(number => (JsonNode?)number),
        Gen.Double[-1e9, 1e9].Select(number => (JsonNode?)number),
        Gen.OneOf("color", "one", "v1", "80", "VirtualService", "").Select(text => (JsonNode?)text),
        Gen.String[0, 6].Select(text => (JsonNode?)text));

    private static readonly Gen<JsonNode?> Operations = Gen.Select(
        Gen.OneOf("add", "remove", "replace", "move", "copy", "test", "x"), Pointer, Pointer, Value)
        .Select((op, path, from, value) => (JsonNode?)new JsonObject
        {
            ["op"] = op,
            ["path"] = path,
            ["from"] = from,
            ["value"] = value,
        }).Array[0, 4].Select(items => (JsonNode?)new JsonArray(items));

    private static Gen<string> Pointer => Gen.OneOf(
        "", "/", "/spec", "/spec/http", "/spec/http/0/route/0/weight", "/spec/http/-", "/metadata", "/metadata/name",
        "/metadata/labels", "/status", "/data/a", "/kind", "/spec/replicas", "/spec/template/spec/containers/0");

    private static readonly (string Path, string Name, string Json)[] Good =
    [
        (TestApi.VirtualServices, "color", TestApi.Split(80, 20)),
        (TestApi.ConfigMaps, "one", TestApi.ConfigMap("one", """{"a": "b"}""")),
        ("/apis/apps/v1/namespaces/color/deployments", "one", Deployment),
        ("/api/v1/namespaces/color/services", "one", Service),
    ];

    /// <summary>A good object with one value changed, in two of three cases.</summary>
    private static readonly Gen<(int Place, JsonNode? Json)> PlacedSlip = Gen.Select(
        Gen.Int[0, 3], Gen.Int[0, 40], Value, Gen.Int[0, 2]).Select((good, place, value, kind) =>
        {
            var json = JsonNode.Parse(Good[good].Json)!;
            var nodes = Descendants(json).ToList();
            var node = nodes[place % nodes.Count];
            if (kind > 0 && node.Parent is JsonObject parent)
            {
                parent[node.GetPropertyName()] = value;
            }

            return (good, (JsonNode?)json);
        });

    private static readonly Gen<JsonNode?> Slip = PlacedSlip.Select(slip => slip.Json);

    private static readonly Gen<string> Body = Gen.Frequency(
        (4, Slip.Select(Serialize)),
        (3, Value.Select(Serialize)),
        (3, Operations.Select(Serialize)),
        (1, Gen.Select(Slip, Gen.Int[0, 200]).Select((json, length) => Cut(Serialize(json), length))),
        (1, Gen.String[0, 30]));

    private static readonly Gen<string> Type = Gen.OneOf(
        "application/json", "application/json", "application/merge-patch+json", "application/json-patch+json",
        "application/strategic-merge-patch+json", "application/yaml", "", "text/plain", ";",
        "application/vnd.kubernetes.protobuf");

    private static readonly Gen<(string Method, string Path, string Query, string Type, string Body)> Request =
        Gen.Frequency(
            (1, Gen.Select(Method, Path, Query, Type, Body)),
            (2, Gen.Select(Gen.OneOf("POST", "PUT", "PATCH", "DELETE"), PlacedSlip, Operations, Gen.Bool)
                .Select((method, slip, operations, isJsonPatch) =>
                {
                    var (path, name, _) = Good[slip.Place];
                    var isList = operations is JsonArray { Count: > 1 }
                        ? method == "POST"
                        : method is "POST" or "DELETE";
                    return (method, isList ? path : $"{path}/{name}", "",
                        method != "PATCH" ? "application/json"
                        : isJsonPatch ? "application/json-patch+json" : "application/merge-patch+json",
                        method == "DELETE" ? "" : Serialize(method == "PATCH" && isJsonPatch ? operations : slip.Json));
                })));

    [Fact]
    public void No_request_finds_a_defect_and_none_that_is_refused_changes_anything()
    {
        var store = new TestStore();
        var server = Server(store);
        var codes = new HashSet<int>();
        Request.Sample(one =>
        {
            var (method, path, query, type, body) = one;
            var before = store.Now;
            var (code, answer) = Ask(server, method, path, query, type, body);
            codes.Add(code);
            Assert.True(code is < 500 or 501 or 504, $"{code} {answer}");
            Assert.True(code < 300 || ReferenceEquals(before, store.Now), $"{code}, and something has changed");
        }, iter: Requests, threads: 1);

        Assert.Superset(new HashSet<int> { 200, 201, 400, 404, 405, 409, 415, 422 }, codes);
    }

    private static ApiServer Server(TestStore store)
    {
        store.Put("{apiVersion: v1, kind: Namespace, metadata: {name: color}}");
        store.Put(TestStore.Split(80, 20));
        store.Put(JsonNode.Parse(Deployment)!.AsObject());
        store.Store.Write(TestStore.Cluster, draft => draft.PutDerived(JsonNode.Parse("""
            {"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "pod", "namespace": "color"},
             "spec": {"containers": [{"name": "main"}]} }
            """)!.AsObject()));
        var logs = new PodLogs();
        logs.Begin("color", "pod").Append("a line", DateTimeOffset.UtcNow);
        return new(new(TestStore.Cluster, store.Store, logs, TestApi.Token, () => null, _ => { }));
    }

    private static (int Code, string Answer) Ask(
        ApiServer server, string method, string path, string query, string type, string body)
    {
        var context = new DefaultHttpContext();
        var (request, response) = (context.Request, new MemoryStream());
        request.Method = method;
        request.Host = new("localhost");
        request.Path = new(path);
        request.QueryString = new($"?{query}");
        request.Headers.Authorization = $"Bearer {TestApi.Token}";
        request.ContentType = type;
        request.Body = new MemoryStream(Encoding.UTF8.GetBytes(body));
        request.ContentLength = request.Body.Length;
        context.Response.Body = response;
        if (query.Contains("watch", StringComparison.Ordinal) || query.Contains("follow", StringComparison.Ordinal))
        {
            context.RequestAborted = new(canceled: true); // nobody waits for these to end
        }

        server.AnswerAsync(context).GetAwaiter().GetResult();
        return (context.Response.StatusCode, Encoding.UTF8.GetString(response.ToArray()));
    }

    private static IEnumerable<JsonNode> Descendants(JsonNode json) => json switch
    {
        JsonObject fields => fields.Select(field => field.Value).OfType<JsonNode>()
            .SelectMany(node => Descendants(node).Prepend(node)),
        JsonArray items => items.OfType<JsonNode>().SelectMany(node => Descendants(node).Prepend(node)),
        _ => [],
    };

    private static string Serialize(JsonNode? json) => json?.ToJsonString() ?? "null";

    private static string Cut(string text, int length) => text[..Math.Min(length, text.Length)];

    private const string Deployment = """
        {"apiVersion": "apps/v1", "kind": "Deployment", "metadata": {"name": "one", "namespace": "color"}, "spec": {
        "selector": {"matchLabels": {"app": "one"} }, "template": {"metadata": {"labels": {"app": "one"} },
        "spec": {"containers": [{"name": "one", "image": "color-svc", "ports": [{"containerPort": 1}]}]} } } }
        """;

    private const string Service = """
        {"apiVersion": "v1", "kind": "Service", "metadata": {"name": "one", "namespace": "color"},
        "spec": {"selector": {"app": "one"}, "ports": [{"name": "http", "port": 8800, "targetPort": "http"}]} }
        """;
}
