using System.Collections.Immutable;
using System.Net;
using System.Text.Json.Nodes;

namespace ColorDemo.GridHost;

/// <summary>What is known of a kind at one moment. Immutable.</summary>
/// <param name="Objects">By namespace and name; null before the first answer.</param>
public sealed record ReflectedKind(ImmutableSortedDictionary<string, JsonObject>? Objects)
{
    public static ImmutableSortedDictionary<string, JsonObject> Nothing { get; } =
        ImmutableSortedDictionary.Create<string, JsonObject>(StringComparer.Ordinal);

    /// <summary>Why the API does not give this kind: 403, or 404 where it has none. Absent when it does.</summary>
    public HttpStatusCode? Refusal { get; init; }

    /// <summary>Since when the API has not answered; absent when it does.</summary>
    public DateTimeOffset? LostSince { get; init; }

    /// <summary>Why the API has not answered.</summary>
    public string? Problem { get; init; }
}
