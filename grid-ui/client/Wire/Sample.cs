using System.Text.Json.Serialization;

namespace ColorDemo.Grid.Wire;

/// <summary>How one request ended.</summary>
public enum Outcome
{
    /// <summary>A color came back.</summary>
    Color,

    /// <summary>A status came back that is no success: of HTTP, or of gRPC.</summary>
    Error,

    /// <summary>Nothing came back in time.</summary>
    Timeout,

    /// <summary>No connection could be made.</summary>
    Refused,

    /// <summary>Something came back that is not a color.</summary>
    Garbage,
}

/// <summary>Who answered, as far as the answer says so.</summary>
public sealed record Destination(string? Cluster, string? Version, string? Pod = null)
{
    public static Destination Unknown { get; } = new(null, null);

    /// <summary>Of whichever pod.</summary>
    [JsonIgnore]
    public Destination WithoutPod => Pod is null ? this : this with { Pod = null };

    /// <summary>Without the pod: most are asked about together.</summary>
    public override string ToString() =>
        (Cluster, Version) switch
        {
            (null, null) => "unknown",
            (null, var version) => version,
            (var cluster, null) => cluster,
            var (cluster, version) => $"{cluster} {version}",
        };
}

/// <summary>One request's outcome.</summary>
/// <param name="Number">Counts the samples of one sampler from 1, in the order in which they ended.</param>
/// <param name="Status">The HTTP status, or gRPC's where that was asked; 0 when there was no answer.</param>
/// <param name="Latency">From sending to the end of the answer, or to giving up; milliseconds.</param>
/// <param name="Hex">Six hexadecimal digits after a #; as <paramref name="Name"/>, only of a color.</param>
public sealed record Sample(
    long Number, Outcome Outcome, int Status, Destination Destination, double Latency = 0,
    string? Name = null, string? Hex = null);
