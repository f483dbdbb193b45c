using System.Text.Json.Serialization;

namespace ColorDemo.Grid.Wire;

/// <summary>
/// What stands around the declared weights. It changes without them, and then no verdict begins anew.
/// </summary>
/// <param name="Rule">The one in force; absent when unknown.</param>
/// <param name="Facts">At most <see cref="MaxFacts"/>; those that explain most come first.</param>
public sealed record Circumstances(DeclaredRule? Rule, IReadOnlyList<DeclaredFact> Facts)
{
    public const int MaxFacts = 12;
    public const int MaxTextLength = 400;

    public static Circumstances None { get; } = new(null, []);

    /// <summary>What comes over the wire may lack anything.</summary>
    [JsonIgnore]
    public bool IsSound => Rule is null or { Name: not null, Place: not null }
        && Facts is { Count: <= MaxFacts }
        && Facts.All(fact => fact is { Text.Length: > 0 and <= MaxTextLength });

    public bool SaysTheSameAs(Circumstances other) => Rule == other.Rule && Facts.SequenceEqual(other.Facts);
}

/// <summary>Something that may make the answers differ from the declared weights.</summary>
/// <param name="Text">A sentence without its full stop.</param>
public sealed record DeclaredFact(FactKind Kind, string Text)
{
    /// <summary>No answer can come from where it should: more than a possible reason.</summary>
    [JsonIgnore]
    public bool IsLack => Kind <= FactKind.NoPods;

    /// <summary>Else it makes failures or waits alike for every destination, or is declared itself.</summary>
    [JsonIgnore]
    public bool MayMoveShares => Kind < FactKind.Delay;
}

/// <summary>What explains most comes first.</summary>
public enum FactKind
{
    /// <summary>A destination's service, or the port of it, is not known to the gateway.</summary>
    NoService,

    /// <summary>No DestinationRule defines a destination's subset.</summary>
    NoSubset,

    /// <summary>Nobody serves behind a destination.</summary>
    NoPods,

    OutlierDetection,
    Locality,
    Retries,
    Timeout,
    Delay,
    Abort,
}
