using System.CommandLine;
using System.Net;
using ColorDemo.ColorService.Bench;
using ColorDemo.ColorService.Bench.Contestants;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Proxy;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;

namespace ColorDemo.Mesh.Bench.Contestants;

/// <summary>Our ingress gateway, in a process of its own: this program, started with a hidden command.</summary>
internal static class GatewayHost
{
    public const string Name = "ingress gateway";

    private const string Cluster = "armadillo";

    public static Contestant Configure(WorkFolder work, Backends backends)
    {
        var port = FreePorts.Next();
        var manifests = work.Write("mesh/manifests.yaml", Manifests);
        string[] arguments = ["gateway", $"{port}", manifests, backends.First, backends.Second];
        Dictionary<string, string> environment = new() { ["DOTNET_gcServer"] = "0" };
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { } runtime)
        {
            environment["DOTNET_ROOT"] = runtime;
        }

        return new(Name, Environment.ProcessPath!, arguments, port, environment);
    }

    public static Command CreateCommand()
    {
        Argument<int> port = new("port");
        Argument<string[]> words = new("manifests and backends") { Arity = new(3, 3) };
        var command = new Command("gateway", "Serves one gateway until it is stopped.") { Hidden = true };
        command.Add(port);
        command.Add(words);
        command.SetAction((parsed, stop) => RunAsync(parsed.GetValue(port), parsed.GetValue(words)!, stop));
        return command;
    }

    private static async Task RunAsync(int port, string[] words, CancellationToken stop)
    {
        MeshSockets.PreferInline();
        var mesh = new MeshState(
            [new(Cluster, ManifestReader.Read(words[0]), [Pod("v1", words[1]), Pod("v2", words[2])], "127.0.0.1:1")]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddMeshProxy();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, port);
        });
        await using var app = builder.Build();
        app.RunIngressGateway(Cluster, mesh);
        await app.StartAsync(stop);
        try
        {
            await Task.Delay(Timeout.Infinite, stop);
        }
        catch (OperationCanceledException)
        {
            await app.StopAsync(CancellationToken.None);
        }
    }

    private static Pod Pod(string version, string address) => new(
        $"color-svc-{version}",
        $"color-svc-{version}",
        "color",
        new Dictionary<string, string> { ["app"] = "color-svc", ["version"] = version },
        new Dictionary<string, string> { ["http"] = address },
        IsReady: true);

    private static readonly string Manifests = $$$"""
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
          - {name: v1, labels: {version: v1}}
          - {name: v2, labels: {version: v2}}
        ---
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: color, namespace: color}
        spec:
          hosts: ["*"]
          gateways: [color]
          http:
          - match: [{uri: {prefix: /random}}]
            route:
            - {destination: {host: color-svc, subset: v1}, weight: {{{Backends.FirstWeight}}}}
            - {destination: {host: color-svc, subset: v2}, weight: {{{Backends.SecondWeight}}}}
        """;
}
