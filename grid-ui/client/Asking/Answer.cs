using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;
using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid.Asking;

/// <summary>What came back, checked: whoever answers is not trusted.</summary>
/// <param name="Status">0 when nothing came back.</param>
public sealed partial record Answer(
    Outcome Outcome, int Status, Destination Destination, string? Name = null, string? Hex = null)
{
    /// <summary>Longer texts are no names: they would only swell the counts and the page.</summary>
    private const int MaxLength = 40;

    /// <summary>A pod's name begins with that of its Deployment, and is mostly a DNS label.</summary>
    private const int MaxPodLength = 63;

    public static Answer TimedOut { get; } = new(Outcome.Timeout, 0, Destination.Unknown);
    public static Answer NoConnection { get; } = new(Outcome.Refused, 0, Destination.Unknown);
    public static Answer NotAColor { get; } = new(Outcome.Garbage, 0, Destination.Unknown);

    public static Answer Failed(int status, Destination destination) => new(Outcome.Error, status, destination);

    public static Answer FromJson(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, AnswerJson.Default.ColorAnswer) is { } answer
                && IsName(answer.Name) && IsHex(answer.HexCode)
                    ? Color(Bounded(answer.Cluster, answer.Version, answer.Pod), 200, answer.Name, answer.HexCode)
                    : NotAColor;
        }
        catch (JsonException)
        {
            return NotAColor;
        }
    }

    /// <param name="ok">The status of a success: 200, or gRPC's 0.</param>
    public static Answer FromCall(Destination destination, int ok, string? name, string? hex) =>
        IsName(name) && IsHex(hex) ? Color(destination, ok, name, hex) : NotAColor;

    public static Destination Bounded(string? cluster, string? version, string? pod = null) => new(
        IsName(cluster) ? cluster : null,
        IsName(version) ? version : null,
        IsName(pod, MaxPodLength) ? pod : null);

    private static Answer Color(Destination destination, int status, string name, string hex) =>
        new(Outcome.Color, status, destination, name, hex);

    private static bool IsName([NotNullWhen(true)] string? text, int longest = MaxLength) =>
        text is { Length: > 0 } && text.Length <= longest
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or ' ');

    private static bool IsHex([NotNullWhen(true)] string? text) =>
        text is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit);

    internal sealed record ColorAnswer(string? Name, string? HexCode, string? Cluster, string? Version, string? Pod);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(ColorAnswer))]
    internal sealed partial class AnswerJson : JsonSerializerContext;
}
