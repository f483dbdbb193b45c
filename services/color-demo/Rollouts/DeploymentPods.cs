using ColorDemo.Launcher.Events;
using ColorDemo.Launcher.Pods;

namespace ColorDemo.Launcher.Rollouts;

/// <summary>The pods of one Deployment, by name; not of one object, which may be deleted and created anew.</summary>
/// <remarks>Numbers count up and are never given twice in a run: a log or a cell tells of one pod only.</remarks>
internal sealed class DeploymentPods(PodNode node)
{
    private readonly List<PodProcess> _processes = [];
    private DeploymentSpec? _obeyed;
    private int _nextNumber;

    /// <summary>All that have not gone yet.</summary>
    public IReadOnlyList<PodProcess> Processes => _processes;

    /// <summary>Goes as far towards what is wanted as the pods allow now.</summary>
    /// <param name="wanted">Null when the Deployment has gone.</param>
    public void Step(DeploymentSpec? wanted, DateTimeOffset now)
    {
        _processes.RemoveAll(process => process.State.HasGone);
        if (wanted is null)
        {
            _obeyed = null;
            _processes.ForEach(process => process.End(process.Spec.Grace));
            return;
        }

        _obeyed = wanted = wanted.IsPaused && _obeyed is not null
            ? _obeyed with { Replicas = wanted.Replicas }
            : wanted;
        var before = Counts();
        var step = new Rollout(wanted.Replicas, wanted.Strategy, wanted.Template.TemplateHash)
            .Next(Pods(wanted, now), node.Placement.HasFixedPort(wanted.Template));
        foreach (var process in _processes.Where(process => step.Retires.Contains(process.Number)).ToList())
        {
            process.End(process.Spec.Grace);
        }

        for (var started = 0; started < step.Starts; started++)
        {
            var number = _nextNumber++;
            var process = new PodProcess(wanted.PodOf(number), number, node);
            _processes.Add(process);
            process.Start();
        }

        Tell(wanted, before, step);
    }

    public IReadOnlyList<RolloutPod> Pods(DeploymentSpec wanted, DateTimeOffset now) =>
        [.. _processes.Select(process => Pod(process, process.State, wanted.MinReady, now))];

    private static RolloutPod Pod(PodProcess process, PodState status, TimeSpan minReady, DateTimeOffset now) => new(
        process.Number,
        process.Spec.TemplateHash,
        status.IsReady,
        status.IsReady && now - status.ReadySince >= minReady,
        status.IsEnding);

    private Dictionary<string, int> Counts() => _processes
        .Where(process => !process.State.IsEnding)
        .CountBy(process => process.Spec.TemplateHash)
        .ToDictionary();

    private void Tell(DeploymentSpec wanted, Dictionary<string, int> before, RolloutStep step)
    {
        if (step.Starts + step.Retires.Count == 0)
        {
            return;
        }

        var after = Counts();
        foreach (var hash in before.Keys.Union(after.Keys))
        {
            var (old, count) = (before.GetValueOrDefault(hash), after.GetValueOrDefault(hash));
            if (old != count)
            {
                node.Events.Scaled(wanted, hash, old, count);
            }
        }
    }
}
