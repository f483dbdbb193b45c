using System.Globalization;
using ColorDemo.Grid.Faces;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>How a destination looks everywhere: shape and hue are the cluster's, rings are the version's.</summary>
/// <param name="Index">Of its shape in <see cref="ClusterMarks.Shapes"/> and of its hue in app.css.</param>
/// <param name="Rings">0 for v1, 1 for v2, at most 3.</param>
public readonly record struct Mark(int Index, int Rings)
{
    public string Css => $"mark-{Index} rings-{Rings}";
}

/// <summary>Gives each cluster its mark, the same in every panel.</summary>
public sealed class ClusterMarks
{
    /// <summary>The index of those without a name.</summary>
    public const int Unnamed = 5;

    private const int MaxRings = 3;

    private readonly List<string> _clusters = ["armadillo", "bison"];
    private readonly NameOrder _versions = new("v1", "v2", "v3", "v4");
    private readonly NameOrder _pods = new();

    /// <summary>In a box of 100 by 100: square, disc, leaf, octagon, hexagon; last, the nameless one.</summary>
    public static IReadOnlyList<string> Shapes { get; } =
    [
        "M15 2H85A13 13 0 0 1 98 15V85A13 13 0 0 1 85 98H15A13 13 0 0 1 2 85V15A13 13 0 0 1 15 2Z",
        "M50 1A49 49 0 1 1 50 99A49 49 0 1 1 50 1Z",
        "M2 2H52A46 46 0 0 1 98 48V98H48A46 46 0 0 1 2 52Z",
        "M30 2H70L98 30V70L70 98H30L2 70V30Z",
        "M26 6H74L99 50L74 94H26L1 50Z",
        "M2 2H98V98H2Z",
    ];

    /// <summary>A cluster beyond the fifth shares the last named mark: the label still tells them apart.</summary>
    public Mark Of(Destination destination) => new(IndexOf(destination.Cluster), RingsOf(destination.Version));

    /// <summary>The place of a version among all that were seen, from 0; -1 without one.</summary>
    public int VersionIndex(string? version) => _versions.IndexOf(version);

    /// <summary>Likewise; pods of the same name in two clusters are two.</summary>
    public int PodIndex(Destination destination) =>
        _pods.IndexOf(destination.Pod is { } pod ? $"{destination.Cluster}/{pod}" : null);

    private int IndexOf(string? cluster)
    {
        if (cluster is null)
        {
            return Unnamed;
        }

        if (!_clusters.Contains(cluster) && _clusters.Count < Unnamed)
        {
            _clusters.Add(cluster);
        }

        return _clusters.IndexOf(cluster) is >= 0 and var index ? index : Unnamed - 1;
    }

    private static int RingsOf(string? version) =>
        int.TryParse(version?.TrimStart('v'), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? Math.Clamp(number - 1, 0, MaxRings)
            : 0;
}
