namespace ColorDemo.Grid.Faces;

/// <summary>What a cell's color tells. Its shape tells the cluster, its rings the version, whatever the hue.</summary>
public enum CellHue
{
    /// <summary>The color is the one that came back.</summary>
    Answer,
    Version,
    Cluster,
    Pod,
    Status,
    Latency,
}
