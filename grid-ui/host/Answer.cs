using System.Text.Json;
using System.Text.Json.Serialization;
using ColorDemo.Grid.Wire;

namespace ColorDemo.GridHost;

/// <summary>What came back, checked: whoever answers is not trusted.</summary>
/// <param name="Status">0 when nothing came back.</param>
public sealed partial record Answer(
    Outcome Outcome, int Status, Destination Destination, string? Name = null, string? Hex = null)
{
    /// <summary>Longer texts are no names: they would only swell the counts and the page.</summary>
    private const int MaxLength = 40;

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
                    ? new(Outcome.Color, 200, Bounded(answer.Cluster, answer.Version), answer.Name, answer.HexCode)
                    : NotAColor;
        }
        catch (JsonException)
        {
            return NotAColor;
        }
    }

    public static Destination Bounded(string? cluster, string? version) =>
        new(IsName(cluster) ? cluster : null, IsName(version) ? version : null);

    private static bool IsName(string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' or ' ');

    private static bool IsHex(string? text) =>
        text is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit);

    internal sealed record ColorAnswer(string? Name, string? HexCode, string? Cluster, string? Version);

    [JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
    [JsonSerializable(typeof(ColorAnswer))]
    internal sealed partial class AnswerJson : JsonSerializerContext;
}
