using ColorDemo.GridHost;
using ColorDemo.Tests;
using k8s;

namespace ColorDemo.Grid.Tests;

/// <summary>A cluster's manifests, followed as the host follows them.</summary>
internal sealed class FollowedCluster : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("followed-");
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _following;
    private volatile int[] _weights = [];
    private volatile int _timesTold;

    /// <param name="port">Of something before the server; absent for the server itself.</param>
    public FollowedCluster(KubernetesServer server, int? port = null)
    {
        Configuration = KubernetesClientConfiguration.BuildConfigFromConfigFile(
            server.WriteKubeconfig(_folder, port), "armadillo");
        Manifests = KubernetesAccess.Connect(Configuration, TimeProvider.System);
        _following = Manifests.FollowAsync(Learn, _stop.Token);
    }

    public KubernetesClientConfiguration Configuration { get; }

    public ClusterManifests Manifests { get; }

    /// <summary>Of the split, once it is known.</summary>
    public IReadOnlyList<int> Weights => _weights;

    public int TimesTold => _timesTold;

    public Task DeclaresAsync(params int[] weights) =>
        Eventually.HoldsAsync(() => Weights.SequenceEqual(weights), $"the weights are {string.Join('/', weights)}");

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _following.ContinueWith(_ => { }, TaskScheduler.Default);
        Manifests.Dispose();
        _stop.Dispose();
        _folder.Delete(recursive: true);
    }

    private void Learn()
    {
        Interlocked.Increment(ref _timesTold);
        if (Manifests.IsRead)
        {
            var split = Manifests.Read().VirtualServices.SelectMany(one => one.Http[0].Route);
            _weights = [.. split.Select(destination => destination.Weight)];
        }
    }
}
