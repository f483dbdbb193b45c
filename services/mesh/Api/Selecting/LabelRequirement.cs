using System.Globalization;

namespace ColorDemo.Mesh.Api;

/// <param name="Operator"><c>in notin exists ! &gt; &lt;</c>; <c>=</c> is an <c>in</c> with one value.</param>
internal sealed record LabelRequirement(string Key, string Operator, IReadOnlyList<string> Values)
{
    /// <param name="label">Null when the object does not have it.</param>
    public bool Matches(string? label) => Operator switch
    {
        "in" => label is not null && Values.Contains(label),
        "notin" => label is null || !Values.Contains(label),
        "exists" => label is not null,
        "!" => label is null,
        ">" => Number(label) > Number(Values[0]),
        _ => Number(label) < Number(Values[0]),
    };

    /// <returns>Null for what is no whole number, which is neither more nor less than any.</returns>
    public static long? Number(string? text) => long.TryParse(
        text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
}
