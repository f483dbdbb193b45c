using System.Net;

namespace ColorDemo.Mesh.Tests.Api;

/// <summary>Who is let in, and what is refused before anything is looked at.</summary>
public class AccessTests
{
    [Theory]
    [InlineData("/")]
    [InlineData("/api")]
    [InlineData("/livez")]
    [InlineData("/nowhere")]
    [InlineData(TestApi.VirtualServices)]
    public async Task Without_the_token_nothing_is_answered(string path)
    {
        await using var api = await TestApi.StartAsync();
        List<HttpStatusCode> codes = [];
        foreach (var token in (string?[])[null, "Bearer", "Bearer wrong", $"Basic {TestApi.Token}", TestApi.Token])
        {
            api.Client.DefaultRequestHeaders.Authorization = null;
            var sent = await api.SendAsync("GET", path, headers: token is null ? [] : [("Authorization", token)]);
            codes.Add(sent.Code);
            Assert.Equal("Unauthorized", (string)sent.Json["reason"]!);
        }

        Assert.All(codes, code => Assert.Equal(HttpStatusCode.Unauthorized, code));
    }

    [Theory]
    [InlineData("Host", "evil.example")]
    [InlineData("Host", "127.0.0.1.evil.example")]
    [InlineData("Origin", "http://localhost")]
    [InlineData("Origin", "null")]
    public async Task A_page_of_a_browser_gets_nothing_though_it_had_the_token(string name, string value)
    {
        await using var api = await TestApi.StartAsync();

        var sent = await api.SendAsync("GET", "/api", headers: (name, value));

        Assert.Equal((HttpStatusCode.Forbidden, "Forbidden"), (sent.Code, (string)sent.Json["reason"]!));
        Assert.DoesNotContain(sent.Answer.Headers, header => header.Key.StartsWith("Access-Control"));
    }

    [Theory]
    [InlineData("localhost")]
    [InlineData("LOCALHOST:1")]
    [InlineData("127.0.0.1:8080")]
    [InlineData("[::1]:443")]
    public async Task Every_name_of_loopback_is_good(string host)
    {
        await using var api = await TestApi.StartAsync();

        Assert.Equal(HttpStatusCode.OK, (await api.SendAsync("GET", "/livez", headers: ("Host", host))).Code);
    }

    [Theory]
    [InlineData("GET", "/nowhere", 404, "NotFound")]
    [InlineData("GET", "/api/v2/pods", 404, "NotFound")]
    [InlineData("GET", "/api/v1/nothings", 404, "NotFound")]
    [InlineData("GET", "/api/v1//pods", 404, "NotFound")]
    [InlineData("GET", "/api/v1/pods/one", 404, "NotFound")]
    [InlineData("GET", "/api/v1/namespaces/color/namespaces", 404, "NotFound")]
    [InlineData("GET", "/api/v1/watch/pods", 404, "NotFound")]
    [InlineData("GET", "/api/v1/namespaces/color/configmaps/one/status", 404, "NotFound")]
    [InlineData("GET", "/api/v1/namespaces/color/configmaps/one/scale", 404, "NotFound")]
    [InlineData("POST", "/api/v1/pods", 405, "MethodNotAllowed")]
    [InlineData("DELETE", "/api/v1/namespaces", 405, "MethodNotAllowed")]
    [InlineData("POST", "/api/v1/namespaces/color", 405, "MethodNotAllowed")]
    [InlineData("OPTIONS", "/api/v1/namespaces", 405, "MethodNotAllowed")]
    [InlineData("PUT", "/version", 405, "MethodNotAllowed")]
    [InlineData("GET", "/api/v1/namespaces/color/pods/one/exec", 501, "NotImplemented")]
    public async Task What_is_not_served_is_refused_as_Kubernetes_does(
        string method, string path, int code, string reason)
    {
        await using var api = await TestApi.StartAsync();

        var sent = await api.SendAsync(method, path);

        Assert.Equal((code, reason), ((int)sent.Code, (string)sent.Json["reason"]!));
        Assert.Equal(code == 405, sent.Answer.Content.Headers.Allow.Count > 0);
    }

    [Theory]
    [InlineData("application/vnd.kubernetes.protobuf", 406)]
    [InlineData("text/html", 406)]
    [InlineData("application/json;as=PartialObjectMetadataList;g=meta.k8s.io;v=v1", 406)]
    [InlineData("application/vnd.kubernetes.protobuf,application/json", 200)]
    [InlineData("*/*", 200)]
    public async Task Only_JSON_is_answered(string accept, int code)
    {
        await using var api = await TestApi.StartAsync();

        Assert.Equal(code, (int)(await api.SendAsync("GET", "/api/v1/namespaces", headers: ("Accept", accept))).Code);
    }

    public static TheoryData<string, string, int, string> Bodies => new()
    {
        { "{", "application/json", 400, "cannot be read" },
        { "[]", "application/json", 400, "one JSON object" },
        { "", "application/json", 400, "cannot be read" },
        { """{"data": {"a": "1", "a": "2"}}""", "application/json", 400, "duplicate field \"data.a\"" },
        { "data: {a: 1, a: 2}", "application/yaml", 400, "stands twice" },
        { "a: 1\n---\nb: 2", "application/yaml", 400, "one YAML document" },
        { """{"data": {"a": 1e999}}""", "application/json", 400, "too large" },
        { """{"data": {"a": "\ud800"}}""", "application/json", 400, "cannot be read" },
        { new string('[', 65) + new string(']', 65), "application/json", 400, "cannot be read" },
        { "k8s\0", "application/vnd.kubernetes.protobuf", 415, "application/json" },
        { "k8s\0\n", "application/vnd.kubernetes.protobuf", 400, "ends within a field" },
        { "k9s", "application/vnd.kubernetes.protobuf", 400, "cannot be read" },
        { "<a/>", "text/xml", 415, "application/json" },
        { $"\"{new string('x', 3 * 1024 * 1024)}\"", "application/json", 413, "3145728" },
        { """{"kind": "Secret"}""", "application/json", 400, "kind is \"Secret\"" },
        { """{"apiVersion": "v2"}""", "application/json", 400, "apiVersion is \"v2\"" },
        { """{"metadata": 1}""", "application/json", 400, "metadata" },
        { """{"metadata": {"name": 1}}""", "application/json", 400, "metadata.name must be text" },
        { """{"metadata": {"name": "a", "annotations": []}}""", "application/json", 400, "metadata.annotations" },
        { """{"metadata": {"name": "a", "namespace": "b"}}""", "application/json", 400, "metadata.namespace" },
        { """{"metadata": {}}""", "application/json", 422, "metadata.name" },
        { """{"metadata": {"name": "UPPER"}}""", "application/json", 422, "metadata.name" },
        { """{"metadata": {"name": "a", "resourceVersion": "1"}}""", "application/json", 400, "resourceVersion" },
        { """{"metadata": {"name": "a", "labels": {"a b": "c"}}}""", "application/json", 422, "metadata.labels" },
        { """{"metadata": {"name": "a"}, "data": {"a": 1}}""", "application/json", 422, "data.a: 1 must be text" },
    };

    [Theory, MemberData(nameof(Bodies))]
    public async Task A_bad_body_is_refused_with_its_reason_and_changes_nothing(
        string body, string type, int code, string told)
    {
        await using var api = await TestApi.StartAsync();
        var before = api.Stored.Now;

        var sent = await api.SendAsync("POST", TestApi.ConfigMaps, body, type);

        Assert.Equal(code, (int)sent.Code);
        Assert.Contains(told, (string)sent.Json["message"]!);
        Assert.Same(before, api.Stored.Now);
    }
}
