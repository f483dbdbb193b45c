using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;
using k8s;
using k8s.Exceptions;

namespace ColorDemo.Launcher.Diff;

/// <summary>The objects of a running cluster that somebody wrote, read over its API.</summary>
internal sealed class LiveObjects : IDisposable
{
    private readonly Kubernetes _api;
    private readonly string _cluster;

    /// <exception cref="CannotStartException">The kubeconfig cannot be read, or does not know the cluster.</exception>
    public LiveObjects(string kubeconfig, string cluster)
    {
        _cluster = cluster;
        try
        {
            _api = new(KubernetesClientConfiguration.BuildConfigFromConfigFile(kubeconfig, cluster));
        }
        catch (Exception wrong) when (wrong is IOException or KubeConfigException)
        {
            throw new CannotStartException($"{kubeconfig}: {wrong.Message}. Is the demo still running? "
                + "color-demo up prints the line that sets KUBECONFIG.");
        }
    }

    /// <exception cref="CannotStartException">The API does not answer, or refuses.</exception>
    public async Task<IReadOnlyDictionary<ObjectKey, JsonObject>> ReadAsync(CancellationToken stop)
    {
        Dictionary<ObjectKey, JsonObject> objects = [];
        foreach (var resource in ApiResources.All)
        {
            foreach (var item in await ListAsync(resource, stop))
            {
                item["apiVersion"] = resource.ApiVersion;
                item["kind"] = resource.Kind;
                if (item["metadata"]?["annotations"]?[ServerMetadata.OriginAnnotation] is not null)
                {
                    objects[ObjectKey.Of(item)] = item;
                }
            }
        }

        return objects;
    }

    public void Dispose() => _api.Dispose();

    private async Task<IEnumerable<JsonObject>> ListAsync(ApiResource resource, CancellationToken stop)
    {
        var root = resource.Group.Length > 0 ? "apis" : "api";
        using var request = new HttpRequestMessage(
            HttpMethod.Get, new Uri(_api.BaseUri, $"{root}/{resource.ApiVersion}/{resource.Plural}"));
        try
        {
            if (_api.Credentials is { } credentials)
            {
                await credentials.ProcessHttpRequestAsync(request, stop);
            }

            using var answer = await _api.HttpClient.SendAsync(request, stop);
            if (answer.StatusCode == HttpStatusCode.NotFound)
            {
                return []; // a real cluster need not have every kind
            }

            answer.EnsureSuccessStatusCode();
            var list = await answer.Content.ReadFromJsonAsync<JsonObject>(stop);
            return (list?["items"] as JsonArray ?? []).Select(item => item!.DeepClone().AsObject());
        }
        catch (HttpRequestException wrong)
        {
            throw new CannotStartException(
                $"The Kubernetes API of {_cluster} at {_api.BaseUri} cannot be read: {wrong.Message}");
        }
    }
}
