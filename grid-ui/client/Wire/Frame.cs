using System.Text.Json.Serialization;

namespace ColorDemo.Grid.Wire;

/// <summary>What a viewer is told, at most twenty times a second. The first one carries the last two minutes.</summary>
/// <param name="Now">The host's clock, which also stamps the buckets.</param>
/// <param name="Samples">The newest since the last frame, at most <see cref="MaxSamples"/>: not for counting.</param>
/// <param name="Buckets">
/// Those that changed since the last frame, each complete: a viewer that misses frames still counts right.
/// </param>
/// <param name="Epochs">Those that began since the last frame, oldest first.</param>
/// <param name="Warning">Why the newest edit of the manifests is not in force; absent when it is.</param>
public sealed record Frame(
    DateTimeOffset Now,
    IReadOnlyList<Sample> Samples,
    IReadOnlyList<Bucket> Buckets,
    IReadOnlyList<Epoch> Epochs,
    string? Warning = null)
{
    public const int MaxSamples = 400;
}

/// <summary>What may be watched: the browser names one of each and never an address.</summary>
public sealed record Catalog(IReadOnlyList<string> Gateways, IReadOnlyList<string> Paths);

/// <summary>Serializers made at build time: the client is trimmed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(Frame))]
[JsonSerializable(typeof(Catalog))]
public sealed partial class WireJson : JsonSerializerContext;
