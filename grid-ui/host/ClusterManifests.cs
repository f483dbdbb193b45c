using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;
using ColorDemo.Mesh.Istio;
using k8s;

namespace ColorDemo.GridHost;

/// <param name="Refused">Why the newest edit is not in force, as the API warns; absent when it is.</param>
public sealed record ReadManifests(ManifestSet Manifests, string? Refused);

/// <summary>What one cluster's Kubernetes API says about routing. It is only read, never written.</summary>
public sealed class ClusterManifests(Kubernetes api) : IDisposable
{
    private static readonly IReadOnlyDictionary<string, Position> NoPositions = new Dictionary<string, Position>();

    /// <exception cref="ManifestException">An object is wrong.</exception>
    /// <exception cref="HttpRequestException">The API does not answer, or refuses.</exception>
    public async Task<ReadManifests> ReadAsync(CancellationToken stop)
    {
        var lists = await Task.WhenAll(
            ListAsync("virtualservices", "VirtualService", stop),
            ListAsync("destinationrules", "DestinationRule", stop),
            ListAsync("gateways", "Gateway", stop),
            ListServicesAsync(stop));
        return new(
            ManifestReader.Interpret([.. lists.SelectMany(list => list.Documents)]),
            lists.Select(list => list.Warning).FirstOrDefault(warning => warning is not null));
    }

    public void Dispose() => api.Dispose();

    private async Task<(IEnumerable<ManifestDocument> Documents, string? Warning)> ListAsync(
        string plural, string kind, CancellationToken stop)
    {
        const string group = "networking.istio.io", version = "v1";
        using var answer = await api.CustomObjects.ListClusterCustomObjectWithHttpMessagesAsync<JsonObject>(
            group, version, plural, cancellationToken: stop);
        var items = answer.Body["items"]?.AsArray().OfType<JsonObject>() ?? [];
        return (items.Select(item => Document(item, $"{group}/{version}", kind)), WarningOf(answer.Response));
    }

    private async Task<(IEnumerable<ManifestDocument> Documents, string? Warning)> ListServicesAsync(
        CancellationToken stop)
    {
        using var answer = await api.CoreV1.ListServiceForAllNamespacesWithHttpMessagesAsync(cancellationToken: stop);
        var items = answer.Body.Items.Select(service => JsonNode.Parse(KubernetesJson.Serialize(service))!.AsObject());
        return (items.Select(item => Document(item, "v1", "Service")), WarningOf(answer.Response));
    }

    /// <remarks>The items of a list need not name their kind, and those of a typed list do not.</remarks>
    private static ManifestDocument Document(JsonObject item, string apiVersion, string kind)
    {
        item["apiVersion"] = apiVersion;
        item["kind"] = kind;
        var file = $"{kind} {item["metadata"]?["namespace"]}/{item["metadata"]?["name"]}";
        return new(file, new(1, 1), item, NoPositions);
    }

    private static string? WarningOf(HttpResponseMessage response) =>
        response.Headers.Warning.Select(warning => WarningHeader.TextOf(warning.ToString())).FirstOrDefault();
}
