using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;
using ColorDemo.Mesh.Istio;
using k8s;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace ColorDemo.Mesh.Tests.Api;

/// <summary>A cluster's API on loopback, over HTTP and HTTPS, with the namespace color and a VirtualService.</summary>
internal sealed class TestApi : IAsyncDisposable
{
    public const string Token = "a-token-that-nobody-guesses";
    public const string VirtualServices = "/apis/networking.istio.io/v1/namespaces/color/virtualservices";
    public const string ConfigMaps = "/api/v1/namespaces/color/configmaps";

    private readonly WebApplication _app;
    private readonly X509Certificate2 _certificate = SelfSigned();

    private TestApi()
    {
        Stored.Put("{apiVersion: v1, kind: Namespace, metadata: {name: color}}");
        Stored.Put(TestStore.Split(80, 20));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.Listen(IPAddress.Loopback, 0);
            kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(_certificate));
        });
        _app = builder.Build();
        Api = new(TestStore.Cluster, Stored.Store, new(), Token, () => Refused, Found.AddRange);
        _app.MapKubernetesApi(Api);
    }

    public ClusterApi Api { get; }

    public TestStore Stored { get; } = new();

    public List<ManifestProblem> Found { get; } = [];

    public string? Refused { get; set; }

    public HttpClient Client { get; } = new();

    public Uri Address => new(_app.Urls.First());

    public static async Task<TestApi> StartAsync()
    {
        var api = new TestApi();
        await api._app.StartAsync(TestContext.Current.CancellationToken);
        api.Client.BaseAddress = api.Address;
        api.Client.DefaultRequestHeaders.Authorization = new("Bearer", Token);
        return api;
    }

    public Kubernetes Connect() =>
        new(new KubernetesClientConfiguration { Host = $"{Address}", AccessToken = Token });

    private string Authority => _certificate.ExportCertificatePem();

    /// <summary>A kubeconfig for the real kubectl, which sends tokens over TLS only.</summary>
    public string Kubeconfig => $$"""
        apiVersion: v1
        kind: Config
        current-context: armadillo
        clusters:
        - name: armadillo
          cluster:
            server: {{_app.Urls.Last()}}
            certificate-authority-data: {{Convert.ToBase64String(Encoding.ASCII.GetBytes(Authority))}}
        contexts: [{name: armadillo, context: {cluster: armadillo, user: demo, namespace: color} }]
        users:
        - name: demo
          user:
            token: {{Token}}
        """;

    public async Task<(HttpStatusCode Code, JsonObject Json, HttpResponseMessage Answer)> SendAsync(
        string method, string path, string? body = null, string type = "application/json",
        params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new(method), path);
        if (body is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
            request.Content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }

        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        var answer = await Client.SendAsync(request, TestContext.Current.CancellationToken);
        var text = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (answer.StatusCode, text.StartsWith('{') ? JsonNode.Parse(text)!.AsObject() : new() { ["text"] = text },
            answer);
    }

    public static string ConfigMap(string name, string data = "{}") =>
        $$"""{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": "{{name}}"}, "data": {{data}}}""";

    public static string Split(int first, int second) =>
        TestStore.Document(TestStore.Split(first, second)).Json.ToJsonString();

    public Task StopAsync() => _app.StopAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _app.DisposeAsync();
        _certificate.Dispose();
    }

    private static X509Certificate2 SelfSigned()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=test", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
