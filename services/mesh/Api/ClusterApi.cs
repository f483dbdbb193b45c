using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>What the Kubernetes API of one cluster serves, and to whom.</summary>
/// <param name="Token">The bearer token that every request has to bring.</param>
/// <param name="Refused">
/// Why the newest manifest files are not in force, or null. Told with every answer as a warning, which kubectl prints.
/// </param>
/// <param name="Found">Is told what a write made of all objects together, as its answer tells it.</param>
public sealed record ClusterApi(
    string Cluster, MeshStore Store, PodLogs Logs, string Token, Func<string?> Refused,
    Action<IReadOnlyList<ManifestProblem>> Found);
