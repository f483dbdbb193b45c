namespace ColorDemo.Grid;

/// <summary>What has a row of its own in a table of shares.</summary>
public enum ShareRows
{
    /// <summary>Each declared destination, and each version of a cluster that none covers.</summary>
    Version,

    /// <summary>Likewise, and below it each of its pods.</summary>
    Pod,
}
