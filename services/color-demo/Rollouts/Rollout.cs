namespace ColorDemo.Launcher.Rollouts;

/// <summary>One pod of a Deployment, as its rollout sees it.</summary>
/// <param name="Number">The end of its name; a younger pod has a higher one.</param>
/// <param name="IsAvailable">Ready for as long as the Deployment asks for.</param>
/// <param name="IsEnding">On its way out: no pod of the Deployment any more, yet its process may still run.</param>
internal sealed record RolloutPod(int Number, string TemplateHash, bool IsReady, bool IsAvailable, bool IsEnding);

/// <summary>What a Deployment does next towards what it wants.</summary>
/// <param name="Starts">How many pods of the newest template start.</param>
/// <param name="Retires">The numbers of those that end.</param>
internal sealed record RolloutStep(int Starts, IReadOnlyList<int> Retires);

/// <summary>The steps of Kubernetes' deployment and replica set controllers, in one.</summary>
internal sealed class Rollout(int replicas, RolloutStrategy strategy, string templateHash)
{
    /// <param name="isExclusive">Only one process at a time can run: they open the same port.</param>
    public RolloutStep Next(IReadOnlyList<RolloutPod> pods, bool isExclusive = false)
    {
        var active = pods.Where(pod => !pod.IsEnding).ToList();
        var updated = active.Where(IsUpdated).OrderBy(pod => pod.IsReady).ThenByDescending(pod => pod.Number).ToList();
        var outdated = active.Where(pod => !IsUpdated(pod)).OrderBy(pod => pod.Number).ToList();
        var excess = updated.Take(updated.Count - replicas).ToList();
        if (strategy.IsRecreate || isExclusive)
        {
            var isInTheWay = outdated.Count > 0 || pods.Any(pod => pod.IsEnding && (isExclusive || !IsUpdated(pod)));
            return new(isInTheWay ? 0 : Missing(updated), Numbers([.. excess, .. outdated]));
        }

        var starts = Math.Min(Missing(updated), Math.Max(0, replicas + strategy.MaxSurge - active.Count));
        return new(starts, Numbers([.. excess, .. Replaced(outdated, [.. updated.Except(excess)])]));
    }

    /// <summary>Old pods that are not needed: those that serve nobody first, then as many as new ones serve.</summary>
    private List<RolloutPod> Replaced(List<RolloutPod> outdated, List<RolloutPod> updated)
    {
        var needed = Math.Max(0, replicas - strategy.MaxUnavailable);
        var spare = outdated.Count + updated.Count(pod => pod.IsAvailable) - needed;
        var idle = outdated.Where(pod => !pod.IsReady).Take(Math.Max(0, spare)).ToList();
        var available = outdated.Concat(updated).Count(pod => pod.IsAvailable);
        return
        [
            .. idle,
            .. outdated.Where(pod => pod.IsAvailable).Take(Math.Min(available - needed, spare - idle.Count)),
        ];
    }

    private bool IsUpdated(RolloutPod pod) => pod.TemplateHash == templateHash;

    private int Missing(List<RolloutPod> updated) => Math.Max(0, replicas - updated.Count);

    private static IReadOnlyList<int> Numbers(IEnumerable<RolloutPod> pods) => [.. pods.Select(pod => pod.Number)];
}
