using ColorDemo.Mesh.Api;
using ColorDemo.Mesh.Proxy;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace ColorDemo.Launcher;

/// <summary>The servers of a cluster that are not pods: two gateways, the API, and a sidecar for clients.</summary>
internal static class LocalServer
{
    public static async Task<IReadOnlyList<WebApplication>> StartAsync(
        ClusterPorts ports, MeshState mesh, ClusterApi api, ApiCredentials credentials)
    {
        var cluster = api.Cluster;
        return
        [
            await StartAsync(ports.Ingress, app => app.RunIngressGateway(cluster, mesh)),
            await StartAsync(ports.EastWest, app => app.RunEastWestGateway(cluster, mesh)),
            await StartAsync(ports.Api, app => app.MapKubernetesApi(api),
                listen => listen.UseHttps(credentials.Certificate)),
            await StartAsync(ports.InMesh, app => app.RunInMeshClient(cluster, mesh)),
        ];
    }

    private static async Task<WebApplication> StartAsync(
        int port, Action<WebApplication> map, Action<ListenOptions>? listen = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders(); // the launcher tells what matters; a mesh logs no requests
        builder.Services.AddMeshProxy();
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.UseSockets(sockets => sockets.CreateBoundListenSocket = LocalPorts.SocketOf);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.AllowHostHeaderOverride = true; // what stands in the URL counts, as in Envoy
            kestrel.Limits.MaxRequestBodySize = null; // a proxy sets no limit of its own
            kestrel.ListenLocalhost(port, listen ?? (_ => { }));
        });
        var app = builder.Build();
        map(app);
        try
        {
            await app.StartAsync();
        }
        catch (IOException wrong)
        {
            throw new CannotStartException($"Port {port} cannot be opened: {wrong.Message}");
        }

        return app;
    }

    /// <summary>Ctrl-C and SIGTERM are the launcher's to answer, once, for all servers.</summary>
    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
