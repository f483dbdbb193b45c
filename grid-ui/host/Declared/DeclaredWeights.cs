using ColorDemo.Mesh.Istio;

namespace ColorDemo.GridHost;

/// <summary>What the manifests of each gateway declare, followed as they change.</summary>
public sealed partial class DeclaredWeights(GridSettings settings, TimeProvider clock, ILogger<DeclaredWeights> logger)
    : BackgroundService
{
    /// <summary>An API that is away for a moment does not make the weights unknown.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly Dictionary<string, DeclaredPaths> _gateways = settings.Gateways.ToDictionary(
        gateway => gateway.Name,
        gateway =>
        {
            var paths = new DeclaredPaths(clock, $"The Kubernetes API of {gateway.Name} has not been read yet.");
            foreach (var path in settings.Paths)
            {
                paths.Use(new(gateway, new(gateway.Name, path, Grid.Wire.SamplingRate.Min))); // since when, is known
            }

            return paths;
        });

    private readonly KnownPods _pods = new([.. settings.Gateways.Select(gateway => gateway.Name)]);

    /// <summary>Raised for each pod of any gateway's cluster; must return at once.</summary>
    public event Action<PodChange>? PodChanged;

    public DeclaredPaths Of(Gateway gateway) => _gateways[gateway.Name];

    protected override Task ExecuteAsync(CancellationToken stoppingToken) =>
        Task.WhenAll(settings.Gateways.Select(gateway => FollowAsync(gateway, stoppingToken)));

    private async Task FollowAsync(Gateway gateway, CancellationToken stop)
    {
        using var cluster = Open(gateway);
        if (cluster is null)
        {
            return;
        }

        var wasRead = true;
        var pods = new ServingPods(gateway.Name);
        await cluster.FollowAsync(LearnOrSayWhy, stop);

        void LearnOrSayWhy()
        {
            try
            {
                Learn();
            }
            catch (Exception problem) // an object may hold anything
            {
                Fail(gateway, problem);
            }
        }

        void Learn()
        {
            foreach (var change in pods.Learn(cluster.Slices))
            {
                PodChanged?.Invoke(change);
            }

            var isLost = cluster.Lost is { } lost && clock.GetUtcNow() >= lost.Since + Patience;
            _pods.Learn(gateway.Name, isLost ? null : pods.Now, cluster.Pods);
            LookAgain(gateway);
            if (isLost)
            {
                if (wasRead)
                {
                    LogUnread(gateway.Name, cluster.Lost?.Problem ?? "it did not answer for a while");
                }

                wasRead = false;
                Unknown(
                    gateway,
                    $"The declared weights are unknown: the Kubernetes API of {gateway.Name} does not answer.");
            }
            else if (cluster.IsRead)
            {
                wasRead = true;
                this.Learn(gateway, cluster);
            }
        }
    }

    private void Learn(Gateway gateway, ClusterManifests cluster) => Try(gateway, () =>
    {
        var splits = new DeclaredSplits(gateway, cluster.Read(), cluster.Missing, _pods);
        Of(gateway).Learn(splits.Of, cluster.Refused);
    });

    /// <summary>Pods of one cluster serve the gateways of all.</summary>
    private void LookAgain(Gateway changed)
    {
        foreach (var gateway in settings.Gateways.Where(one => one != changed))
        {
            Try(gateway, Of(gateway).LookAgain);
        }
    }

    private void Try(Gateway gateway, Action learn)
    {
        try
        {
            learn();
        }
        catch (ManifestException refused)
        {
            Unknown(gateway, $"The declared weights are unknown: {refused.Problems[0]}");
        }
        catch (Exception problem)
        {
            Fail(gateway, problem);
        }
    }

    /// <summary>The page says so, and this goes on: an ended loop would show old weights as new.</summary>
    private void Fail(Gateway gateway, Exception problem)
    {
        LogUnread(gateway.Name, problem.Message);
        Unknown(gateway, $"The declared weights of {gateway.Name} are unknown: {problem.Message}");
    }

    private ClusterManifests? Open(Gateway gateway)
    {
        try
        {
            var cluster = KubernetesAccess.Open(gateway.Name, settings.Gateways.Count == 1, clock);
            if (cluster is null)
            {
                Unknown(
                    gateway, $"The declared weights are unknown: no kubeconfig has a context named {gateway.Name}.");
            }

            return cluster;
        }
        catch (Exception unreadable) // a kubeconfig may hold anything, and the page works without one
        {
            Unknown(gateway, $"The declared weights are unknown: {unreadable.Message}");
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The Kubernetes API of {Gateway} cannot be read: {Problem}")]
    private partial void LogUnread(string gateway, string problem);

    private void Unknown(Gateway gateway, string why) => Of(gateway).Learn(_ => DeclaredPath.Nothing(why));
}
