using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;
using ColorDemo.Mesh.Istio;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace ColorDemo.Grid.Tests;

/// <summary>The Kubernetes API of a local cluster with its store, TLS and token, on a port that was free.</summary>
internal sealed class KubernetesServer : IAsyncDisposable
{
    private const string Cluster = "armadillo", Token = "token-of-tests";
    private static readonly X509Certificate2 Certificate = MakeCertificate();
    private static readonly Writer Kubectl = new("kubectl-edit");
    private static readonly ObjectKey Color = new("networking.istio.io", "VirtualService", "color", "color");
    private static readonly ObjectKey Refusal = new("", "Event", "color", "manifests-refused");

    private readonly MeshStore _store = new(new([new(Cluster, ManifestSet.Empty, [], "localhost:1")]), [Cluster]);
    private readonly ConcurrentQueue<(DateTimeOffset Time, string Kind, bool IsWatch)> _requests = new();
    private WebApplication _app = null!;

    /// <summary>Answers in the API's place when it says true.</summary>
    public Func<HttpContext, Task<bool>> Instead { get; set; } = _ => Task.FromResult(false);

    public int Port => new Uri(_app.Urls.First()).Port;

    /// <summary>When each list of a kind was asked for, by its plural.</summary>
    public IReadOnlyList<DateTimeOffset> ListsOf(string kind) =>
        [.. _requests.Where(one => one.Kind == kind && !one.IsWatch).Select(one => one.Time)];

    public int WatchesOf(string kind) => _requests.Count(one => one.Kind == kind && one.IsWatch);

    /// <param name="port">Of a server that is gone; absent for a free one.</param>
    public static async Task<KubernetesServer> StartAsync(
        int armadillo, int bison, int port = 0, Func<HttpContext, Task<bool>>? instead = null)
    {
        var server = new KubernetesServer();
        server.Instead = instead ?? server.Instead;
        server.Apply(ColorManifests.Declaring(armadillo, bison));
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
            kestrel.Listen(IPAddress.Loopback, port, listen => listen.UseHttps(Certificate)));
        server._app = builder.Build();
        server._app.Use(async (context, next) =>
        {
            server._requests.Enqueue((
                DateTimeOffset.UtcNow,
                context.Request.Path.Value!.Split('/')[^1],
                context.Request.Query.ContainsKey("watch")));
            if (!await server.Instead(context))
            {
                await next(context);
            }
        });
        server._app.MapKubernetesApi(new(Cluster, server._store, new(), Token, () => null, _ => { }));
        await server._app.StartAsync(TestContext.Current.CancellationToken);
        return server;
    }

    /// <summary>Lists of these kinds, by their plural, get nothing but a status.</summary>
    public static Func<HttpContext, Task<bool>> Refusing(params (string Kind, int Status)[] kinds) => context =>
    {
        var (kind, status) = kinds.FirstOrDefault(one => Asks(context, one.Kind, isWatch: false));
        context.Response.StatusCode = kind is null ? context.Response.StatusCode : status;
        return Task.FromResult(kind is not null);
    };

    public static bool Asks(HttpContext context, string kind, bool isWatch) =>
        context.Request.Path.Value!.EndsWith($"/{kind}", StringComparison.Ordinal)
        && context.Request.Query.ContainsKey("watch") == isWatch;

    public void Apply(string yaml)
    {
        var file = Path.GetTempFileName();
        File.WriteAllText(file, yaml);
        var documents = ManifestReader.Read(file).Documents;
        File.Delete(file);
        _store.Write(Cluster, draft =>
        {
            foreach (var document in documents)
            {
                draft.Put(document, Kubectl);
            }
        });
    }

    /// <summary>The first destination's.</summary>
    public void SetWeight(int weight) => _store.Write(Cluster, draft =>
    {
        var json = draft.Find(Color)!.Json.DeepClone().AsObject();
        json["spec"]!["http"]![0]!["route"]![0]!["weight"] = (long)weight;
        draft.Put(new("", new(1, 1), json, new Dictionary<string, Position>()), Kubectl);
    });

    /// <summary>A pod of color-svc, which serves or does not.</summary>
    public void Serve(string pod, bool isReady, string version = "v1") => _store.Write(Cluster, draft =>
    {
        draft.PutDerived(new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Pod",
            ["metadata"] = new JsonObject
            {
                ["name"] = pod,
                ["namespace"] = "color",
                ["labels"] = new JsonObject { ["app"] = "color-svc", ["version"] = version },
            },
        });
        draft.PutDerived(new JsonObject
        {
            ["apiVersion"] = "discovery.k8s.io/v1",
            ["kind"] = "EndpointSlice",
            ["metadata"] = new JsonObject
            {
                ["name"] = $"color-svc.{pod}",
                ["namespace"] = "color",
                ["labels"] = new JsonObject { ["kubernetes.io/service-name"] = "color-svc" },
            },
            ["addressType"] = "IPv4",
            ["endpoints"] = new JsonArray(new JsonObject
            {
                ["addresses"] = new JsonArray("127.0.0.1"),
                ["conditions"] = new JsonObject { ["ready"] = isReady },
                ["targetRef"] = new JsonObject { ["kind"] = "Pod", ["namespace"] = "color", ["name"] = pod },
            }),
        });
    });

    /// <summary>As the launcher tells that files are refused.</summary>
    public void Refuse(string why) => _store.Write(Cluster, draft =>
    {
        draft.PutDerived(new JsonObject
        {
            ["apiVersion"] = "v1",
            ["kind"] = "Event",
            ["metadata"] = new JsonObject { ["name"] = Refusal.Name, ["namespace"] = Refusal.Namespace },
            ["type"] = "Warning",
            ["reason"] = "ManifestsRefused",
            ["message"] = why,
            ["involvedObject"] = new JsonObject { ["kind"] = "VirtualService", ["name"] = "color" },
        });
    });

    public void Accept() => _store.Write(Cluster, draft => { draft.Remove(Refusal, Writer.Cluster); });

    public string WriteKubeconfig(DirectoryInfo folder, int? port = null)
    {
        var file = Path.Combine(folder.FullName, "kubeconfig");
        var authority = Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes(Certificate.ExportCertificatePem()));
        File.WriteAllText(file, $$"""
            apiVersion: v1
            kind: Config
            clusters:
            - name: {{Cluster}}
              cluster: { server: "https://127.0.0.1:{{port ?? Port}}", certificate-authority-data: {{authority}} }
            contexts: [{ name: {{Cluster}}, context: { cluster: {{Cluster}}, user: demo } }]
            users: [{ name: demo, user: { token: {{Token}} } }]
            """);
        return file;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private static X509Certificate2 MakeCertificate()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=tests", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        return request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
    }
}
