using System.Net;
using System.Net.Sockets;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Proxy;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ColorDemo.Mesh.Tests;

/// <summary>Two clusters with real gateways and one real pod each, on loopback.</summary>
/// <remarks>A pod answers with the cluster's name, what it was asked for, and the headers it got.</remarks>
internal sealed class TestMesh : IAsyncDisposable
{
    private static readonly string[] Clusters = ["armadillo", "bison"];

    private readonly List<WebApplication> _servers = [];
    private readonly Dictionary<string, string> _pods = [];

    private TestMesh(MeshState state) => State = state;

    public MeshState State { get; private set; }

    /// <summary>Talks to armadillo's ingress gateway.</summary>
    public HttpClient Client { get; } = new();

    public static async Task<TestMesh> StartAsync(string virtualService)
    {
        var mesh = new TestMesh(new([]));
        Dictionary<string, string> eastWest = [];
        foreach (var cluster in Clusters)
        {
            mesh._pods[cluster] = await mesh.ServeAsync(app => app.Run(context => EchoAsync(cluster, context)));
            eastWest[cluster] = await mesh.ServeAsync(
                app => app.Run(context => EastWest(app, cluster).AnswerAsync(context)));
        }

        mesh.State = new(
            [.. Clusters.Select(cluster => new MeshCluster(cluster, ManifestSet.Empty, [], eastWest[cluster]))]);
        mesh.Use(virtualService);
        foreach (var cluster in Clusters)
        {
            mesh.UsePod(cluster, mesh._pods[cluster]);
        }

        var ingress = await mesh.ServeAsync(app => app.RunIngressGateway("armadillo", mesh.State));
        mesh.Client.BaseAddress = new($"http://{ingress}");
        return mesh;

        EastWestGateway EastWest(WebApplication app, string cluster) =>
            new(cluster, mesh.State, app.Services.GetRequiredService<Router>());
    }

    /// <summary>A mesh whose gateway and sidecars have these rules.</summary>
    public static Task<TestMesh> WithRulesAsync(string rules) => StartAsync(VirtualService(rules));

    /// <param name="rules">The items of <c>http</c>, indented by two.</param>
    public static string VirtualService(string rules) => $$"""
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: color, namespace: color}
        spec:
          hosts: ["*"]
          gateways: [color]
          http:
        {{rules}}
        """;

    /// <summary>Puts a pod of its own making into armadillo, in place of the one that echoes.</summary>
    public async Task<TestPod> UsePodAsync(Func<HttpContext, int, Task> answer)
    {
        var pod = new TestPod(answer);
        UsePod("armadillo", await ServeAsync(app => app.Run(pod.AnswerAsync)));
        return pod;
    }

    /// <summary>Makes this the only VirtualService of both clusters.</summary>
    public void Use(string virtualService) => Use(Read(virtualService));

    public void Use(ManifestSet manifests) =>
        State.UseManifests(Clusters.ToDictionary(cluster => cluster, _ => manifests));

    public static ManifestSet Read(string virtualService) =>
        ManifestReaderTests.Read($"{Shared}\n---\n{virtualService}");

    /// <param name="address">Absent: no pod is ready.</param>
    public void UsePod(string cluster, string? address)
    {
        var labels = new Dictionary<string, string> { ["app"] = "color-svc" };
        var addresses = new Dictionary<string, string> { ["http"] = address ?? "" };
        State.UsePods(cluster, [new("pod", "color-svc", "color", labels, addresses, IsReady: address is not null)]);
    }

    public async Task<string> ServeAsync(Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddMeshProxy();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        map(app);
        await app.StartAsync();
        _servers.Add(app);
        var addresses = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!;
        return new Uri(addresses.Addresses.Single()).Authority;
    }

    /// <summary>Where nobody listens.</summary>
    public static string ClosedAddress()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return $"{listener.LocalEndpoint}";
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        foreach (var server in _servers)
        {
            await server.DisposeAsync();
        }
    }

    private static Task EchoAsync(string cluster, HttpContext context)
    {
        var target = context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget;
        var headers = context.Request.Headers.Select(header => $"\n{header.Key.ToLowerInvariant()}: {header.Value}");
        return context.Response.WriteAsync($"{cluster} {context.Request.Method} {target}{string.Concat(headers)}\n");
    }

    private const string Shared = """
        apiVersion: v1
        kind: Service
        metadata: {name: color-svc, namespace: color}
        spec: {selector: {app: color-svc}, ports: [{name: http, port: 8800, targetPort: http}]}
        ---
        apiVersion: networking.istio.io/v1
        kind: Gateway
        metadata: {name: color, namespace: color}
        spec:
          selector: {istio: ingressgateway}
          servers: [{port: {number: 80, name: http, protocol: HTTP}, hosts: ["*"]}]
        ---
        apiVersion: networking.istio.io/v1
        kind: DestinationRule
        metadata: {name: color-svc, namespace: color}
        spec:
          host: color-svc
          subsets:
          - {name: armadillo, labels: {topology.istio.io/cluster: armadillo}}
          - {name: bison, labels: {topology.istio.io/cluster: bison}}
        """;
}
