using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Faces;

/// <summary>The faces that were needed so far, each with a number by which the painter knows it.</summary>
/// <remarks>Number 0 is the empty cell.</remarks>
public sealed class CellFaces(ClusterMarks marks, CellHue hue)
{
    /// <summary>
    /// A bound on names that an endpoint may invent: beyond it, the wall begins anew with the faces that it still
    /// shows, which are never more than half of it.
    /// </summary>
    public const int Max = 2 * CellWall.MaxCells;

    private readonly Dictionary<FaceKey, ushort> _numbers = [];
    private readonly List<(FaceKey Key, CellFace Face)> _faces = [default];
    private readonly List<byte> _newBytes = [.. new byte[CellFace.Size]];
    private readonly List<string> _newTexts = ["", ""];

    private bool _wereTaken;

    public CellHue Hue => hue;

    public int Count => _faces.Count;

    public bool IsFull => Count >= Max;

    public (FaceKey Key, CellFace Face) this[int number] => _faces[number];

    public ushort NumberOf(Sample sample, bool slow)
    {
        var key = new FaceKey(
            sample.Outcome,
            sample.Status,
            hue == CellHue.Pod ? sample.Destination : sample.Destination.WithoutPod,
            hue switch
            {
                CellHue.Answer => sample.Name,
                CellHue.Latency => LatencyScale.Text(sample.Latency),
                _ => null,
            },
            hue == CellHue.Answer ? sample.Hex : null,
            slow);
        if (!_numbers.TryGetValue(key, out var number))
        {
            _numbers.Add(key, number = (ushort)_faces.Count);
            var face = FaceOf(sample, slow);
            _faces.Add((key, face));
            face.Write(_newBytes);
            _newTexts.AddRange([face.Label, face.Small]);
        }

        return number;
    }

    /// <summary>The faces that were not taken before.</summary>
    public NewFaces TakeNew()
    {
        var taken = new NewFaces([.. _newBytes], [.. _newTexts], !_wereTaken);
        _newBytes.Clear();
        _newTexts.Clear();
        _wereTaken = true;
        return taken;
    }

    private CellFace FaceOf(Sample sample, bool slow) => new(
        sample.Outcome, marks.Of(sample.Destination), TintOf(sample), slow,
        CellWords.Label(sample, hue), CellWords.Small(sample, hue));

    private Tint TintOf(Sample sample) => hue switch
    {
        CellHue.Version => Palette.Version(marks.VersionIndex(sample.Destination.Version)),
        CellHue.Cluster => new(Palette.Clusters[marks.Of(sample.Destination).Index]),
        CellHue.Pod => Palette.Pod(marks.PodIndex(sample.Destination)),
        CellHue.Status => new(Palette.Status(sample.Outcome, sample.Status)),
        CellHue.Latency => new(LatencyScale.Color(sample.Latency)),
        _ => new(sample.Hex is { } hex ? Rgb.Parse(hex) : Palette.Unknown),
    };
}
