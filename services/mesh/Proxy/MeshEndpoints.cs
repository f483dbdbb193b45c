using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.AspNetCore.Server.Kestrel.Transport.Sockets;
using Microsoft.Extensions.DependencyInjection;

namespace ColorDemo.Mesh.Proxy;

/// <summary>
/// The mesh's doors to ASP.NET: one catch-all each, since Istio's matching is not that of route templates.
/// </summary>
public static class MeshEndpoints
{
    public static IServiceCollection AddMeshProxy(this IServiceCollection services) => services
        .AddHttpForwarder()
        .Configure<SocketTransportOptions>(MeshSockets.Configure)
        .Configure<KestrelServerOptions>(HeaderBytes.Keep)
        .AddSingleton<Balancer>()
        .AddSingleton<UpstreamConnections>()
        .AddSingleton<Mirrors>()
        .AddSingleton<Router>()
        .AddSingleton<RouteStages>();

    public static void RunIngressGateway(this WebApplication app, string cluster, MeshState mesh) =>
        app.Run(new IngressGateway(cluster, mesh, app.Get<RouteStages>()).AnswerAsync);

    public static void RunEastWestGateway(this WebApplication app, string cluster, MeshState mesh) =>
        app.Run(new EastWestGateway(cluster, mesh, app.Get<Router>()).AnswerAsync);

    /// <summary>An HTTP proxy that does with a request what the sidecar of a pod of that cluster does.</summary>
    public static void RunInMeshClient(this WebApplication app, string cluster, MeshState mesh) =>
        app.Run(new InMeshClient(cluster, mesh, app.Get<RouteStages>(), app.Get<Router>()).AnswerAsync);

    private static T Get<T>(this WebApplication app)
        where T : notnull => app.Services.GetRequiredService<T>();
}
