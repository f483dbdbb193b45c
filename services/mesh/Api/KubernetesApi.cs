using Microsoft.AspNetCore.Builder;

namespace ColorDemo.Mesh.Api;

/// <summary>One cluster's Kubernetes API, which kubectl and the grid speak to.</summary>
public static class KubernetesApi
{
    /// <summary>Answers every request of the application; it serves nothing else.</summary>
    public static void MapKubernetesApi(this WebApplication app, ClusterApi api) =>
        app.Run(new ApiServer(api).AnswerAsync);
}
