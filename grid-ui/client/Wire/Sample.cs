namespace ColorDemo.Grid.Wire;

/// <summary>How one request ended.</summary>
public enum Outcome
{
    /// <summary>A color came back.</summary>
    Color,

    /// <summary>An HTTP status other than 2xx came back.</summary>
    Error,

    /// <summary>Nothing came back within two seconds.</summary>
    Timeout,

    /// <summary>No connection could be made.</summary>
    Refused,

    /// <summary>Something came back that is not a color.</summary>
    Garbage,
}

/// <summary>Who answered, as far as the answer says so.</summary>
public sealed record Destination(string? Cluster, string? Version)
{
    public static Destination Unknown { get; } = new(null, null);

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
/// <param name="Status">The HTTP status; 0 when there was no answer.</param>
/// <param name="Hex">Six hexadecimal digits after a #; as <paramref name="Name"/>, only of a color.</param>
public sealed record Sample(
    long Number, Outcome Outcome, int Status, Destination Destination, string? Name = null, string? Hex = null);
