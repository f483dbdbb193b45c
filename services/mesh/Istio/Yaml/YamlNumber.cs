using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>Numbers as Kubernetes' YAML reader knows them; what is none of them is text.</summary>
/// <remarks>Source: <c>resolve.go</c> of sigs.k8s.io/yaml, and Go's <c>strconv.ParseInt</c> with base 0.</remarks>
internal static partial class YamlNumber
{
    /// <summary>Up to here a floating-point number has every whole number.</summary>
    private const double LargestExact = 1L << 53;

    public static JsonValue? Read(string text)
    {
        var digits = text.StartsWith('_') ? text : text.Replace("_", "", StringComparison.Ordinal);
        if (Based.Match(digits) is { Success: true } based)
        {
            return Whole(based) is { } inBase ? JsonValue.Create(inBase) : null;
        }

        if (!Decimal.IsMatch(digits))
        {
            return null;
        }

        if (long.TryParse(digits, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole))
        {
            return JsonValue.Create(whole);
        }

        var real = double.Parse(digits, NumberStyles.Float, CultureInfo.InvariantCulture);
        if (!double.IsFinite(real))
        {
            return null;
        }

        return Plain(real);
    }

    /// <summary>80.0 is written on as 80, and so may stand for a whole number.</summary>
    public static JsonValue Plain(double real) => real == Math.Truncate(real) && Math.Abs(real) <= LargestExact
        ? JsonValue.Create((long)real)
        : JsonValue.Create(real);

    private static long? Whole(Match based)
    {
        var (digits, radix) = based.Groups["prefix"].Value switch
        {
            "0x" or "0X" => (based.Groups["hex"].Value, 16),
            "0b" or "0B" => (based.Groups["binary"].Value, 2),
            _ => (based.Groups["octal"].Value, 8),
        };
        if (digits.Length is 0 or > 64)
        {
            return null;
        }

        try
        {
            var whole = Convert.ToInt64(digits, radix);
            return whole < 0 ? null : based.Groups["sign"].Value == "-" ? -whole : whole;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    [GeneratedRegex(
        @"\A(?<sign>[+-]?)((?<prefix>0[xX])(?<hex>[0-9a-fA-F]+)|(?<prefix>0[bB])(?<binary>[01]+)"
        + @"|(?<prefix>0[oO]?)(?<octal>[0-7]+))\z",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Based { get; }

    [GeneratedRegex(@"\A[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Decimal { get; }
}
