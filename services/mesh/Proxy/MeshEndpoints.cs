using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace ColorDemo.Mesh.Proxy;

/// <summary>
/// The mesh's door to ASP.NET: one catch-all each, since Istio's matching is not that of route templates.
/// </summary>
public static class MeshEndpoints
{
    public static IServiceCollection AddMeshProxy(this IServiceCollection services) =>
        services.AddHttpForwarder().AddSingleton<Carrier>();

    public static void RunIngressGateway(this WebApplication app, string cluster, MeshState mesh) =>
        app.Run(new IngressGateway(cluster, mesh, app.Services.GetRequiredService<Carrier>()).AnswerAsync);

    public static void RunEastWestGateway(this WebApplication app, string cluster, MeshState mesh) =>
        app.Run(new EastWestGateway(cluster, mesh, app.Services.GetRequiredService<Carrier>()).AnswerAsync);
}
