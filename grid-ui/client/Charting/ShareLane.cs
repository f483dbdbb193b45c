using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>One band of the stack: what it is, and its outline.</summary>
public sealed record BandPath(Band Band, string Path);

/// <summary>Shares, stacked.</summary>
/// <remarks>
/// Each band reaches down to the ground and is covered by those below it: half as many numbers, and no seams.
/// </remarks>
public sealed class ShareLane(IReadOnlyList<Column> columns, TimeWindow window, PlotLayout layout, Bands bands)
{
    private readonly Lane _lane = layout.Shares;

    /// <summary>Lowest first.</summary>
    public IReadOnlyList<Band> Bands { get; } =
    [
        .. columns.SelectMany(column => column.Counts.Answers.Keys).Distinct()
            .OrderBy(band => band.Height).ThenBy(band => band.Name, StringComparer.Ordinal),
    ];

    /// <summary>In the order in which they are painted: the highest first.</summary>
    public IReadOnlyList<BandPath> Paths()
    {
        var floors = new double[columns.Count];
        var paths = new List<BandPath>();
        foreach (var band in Bands)
        {
            paths.Insert(0, new(band, Outline(band, floors)));
        }

        return paths;
    }

    /// <summary>Between the declared shares, as dashes.</summary>
    public string Declared(IReadOnlyList<Epoch> epochs)
    {
        var path = new PathText();
        for (var i = 0; i < epochs.Count; i++)
        {
            var end = i + 1 < epochs.Count ? epochs[i + 1].Since : window.End;
            if (end <= window.Start || epochs[i].Since >= window.End || epochs[i].Split is not { } split)
            {
                continue;
            }

            var height = 0.0;
            foreach (var share in split.Shares.OrderBy(share => bands.Of(share.Cluster, share.Version).Height))
            {
                height += share.Percent / 100 * (1 - split.AbortPercent / 100);
                if (height is > 0.0001 and < 0.9999)
                {
                    path.Move(layout.X(window, epochs[i].Since), _lane.Y(height)).Across(layout.X(window, end));
                }
            }
        }

        return path.ToString();
    }

    private string Outline(Band band, double[] floors)
    {
        var path = new PathText();
        var open = false;
        for (var i = 0; i < columns.Count; i++)
        {
            var share = columns[i].Counts.ShareOf(band);
            if (open && (share <= 0 || columns[i].Left > columns[i - 1].Right))
            {
                path.Along(_lane.Bottom);
                open = false;
            }

            if (share > 0)
            {
                floors[i] += share;
                if (!open)
                {
                    path.Move(layout.PlotWidth * columns[i].Left, _lane.Bottom);
                    open = true;
                }

                path.Along(_lane.Y(floors[i])).Across(layout.PlotWidth * columns[i].Right);
            }
        }

        return (open ? path.Along(_lane.Bottom) : path).ToString();
    }
}
