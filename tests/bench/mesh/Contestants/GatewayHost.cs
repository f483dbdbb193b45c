using System.CommandLine;
using System.Net;
using ColorDemo.ColorService.Bench;
using ColorDemo.ColorService.Bench.Contestants;
using ColorDemo.Mesh.Istio;
using ColorDemo.Mesh.Proxy;
using ColorDemo.Mesh.Routing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ColorDemo.Mesh.Bench.Contestants;

/// <summary>Our ingress gateway, in a process of its own: this program, started with a hidden command.</summary>
internal static class GatewayHost
{
    public const string AsItIs = "ingress gateway";
    public const string Tuned = "ingress gateway, tuned";

    private const string Cluster = "armadillo";

    /// <summary>Read by the runtime when the first socket is opened: answers are read where they arrive.</summary>
    private const string InlineCompletions = "DOTNET_SYSTEM_NET_SOCKETS_INLINE_COMPLETIONS";

    /// <param name="isTuned">
    /// Requests run on the threads that poll the sockets, on both sides; and code is compiled for good at once, without
    /// counting first what it does, which takes half a minute when the only core is busy.
    /// </param>
    public static Contestant Configure(WorkFolder work, Backends backends, bool isTuned)
    {
        var port = FreePorts.Next();
        var manifests = work.Write("mesh/manifests.yaml", Manifests);
        string[] arguments = ["gateway", $"{port}", manifests, backends.First, backends.Second];
        Dictionary<string, string> environment = new()
        {
            [InlineCompletions] = isTuned ? "1" : "0",
            ["DOTNET_TieredPGO"] = isTuned ? "0" : "1",
            ["DOTNET_gcServer"] = "0",
        };
        if (Environment.GetEnvironmentVariable("DOTNET_ROOT") is { } runtime)
        {
            environment["DOTNET_ROOT"] = runtime;
        }

        return new(isTuned ? Tuned : AsItIs, Environment.ProcessPath!, arguments, port, environment);
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
        var mesh = new MeshState(
            [new(Cluster, ManifestReader.Read(words[0]), [Pod("v1", words[1]), Pod("v2", words[2])], "127.0.0.1:1")]);
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.Services.AddMeshProxy();
        builder.Services.Configure<SocketTransportOptions>(sockets => sockets.UnsafePreferInlineScheduling =
            Environment.GetEnvironmentVariable(InlineCompletions) == "1");
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
