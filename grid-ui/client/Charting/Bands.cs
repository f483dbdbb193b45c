using System.Globalization;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>A way in which requests end, as the timeline stacks it.</summary>
/// <param name="height">Its place in the stack: clusters below, failures on top.</param>
public sealed class Band(int height, string name, Outcome outcome, Mark mark)
{
    public int Height => height;

    public string Name => name;

    public Outcome Outcome => outcome;

    public Mark Mark => mark;

    public string Css { get; } = outcome == Outcome.Color ? mark.Css : outcome.ToString().ToLowerInvariant();
}

/// <summary>Gives each tally its band; always the same object.</summary>
public sealed class Bands(ClusterMarks marks)
{
    private readonly Dictionary<(string?, string?), Band> _colors = [];
    private readonly Dictionary<(Outcome, int), Band> _failures = [];

    public Band Of(Tally tally) => tally.Outcome == Outcome.Color
        ? Of(tally.Destination.Cluster, tally.Destination.Version)
        : OfFailure(tally.Outcome, tally.Status);

    public Band Of(string? cluster, string? version)
    {
        if (!_colors.TryGetValue((cluster, version), out var band))
        {
            var destination = new Destination(cluster, version);
            var mark = marks.Of(destination);
            _colors[(cluster, version)] = band = new(
                mark.Index * 10 + mark.Rings, destination.ToString(), Outcome.Color, mark);
        }

        return band;
    }

    private Band OfFailure(Outcome outcome, int status)
    {
        if (!_failures.TryGetValue((outcome, status), out var band))
        {
            var name = outcome.ToString().ToLowerInvariant();
            _failures[(outcome, status)] = band = new(
                1000 * (1 + (int)outcome) + status,
                outcome == Outcome.Error && status > 0 ? status.ToString(CultureInfo.InvariantCulture) : name,
                outcome, default);
        }

        return band;
    }
}
