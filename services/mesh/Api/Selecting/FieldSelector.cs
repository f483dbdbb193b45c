using System.Text;
using System.Text.Json.Nodes;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Api;

/// <summary>Which objects are meant, by some of their fields: <c>metadata.name=a,status.phase!=Running</c>.</summary>
internal sealed class FieldSelector
{
    private readonly IReadOnlyList<(Func<JsonObject, string?> Field, bool IsEqual, string Value)> _requirements;

    private FieldSelector(IReadOnlyList<(Func<JsonObject, string?>, bool, string)> requirements) =>
        _requirements = requirements;

    /// <param name="text">Empty selects everything. A backslash takes the meaning of the comma or '=' after it.</param>
    /// <exception cref="FormatException">
    /// It is no field selector, or names a field that Kubernetes does not select such objects by; the message says
    /// why, for a 400.
    /// </exception>
    public static FieldSelector Parse(string text, ApiResource resource) =>
        new([.. SplitAtCommas(text).Where(part => part.Length > 0).Select(part => Requirement(part, resource))]);

    public bool Matches(JsonObject json) =>
        _requirements.All(one => ((one.Field(json) ?? "") == one.Value) == one.IsEqual);

    private static (Func<JsonObject, string?>, bool, string) Requirement(string part, ApiResource resource)
    {
        var at = part.IndexOf('=', StringComparison.Ordinal);
        if (at < 0)
        {
            throw new FormatException($"invalid field selector: '{GivenValue.Shorten(part)}' needs =, == or !=");
        }

        var isEqual = at == 0 || part[at - 1] != '!';
        var name = part[..(isEqual ? at : at - 1)];
        var value = part[(isEqual && at + 1 < part.Length && part[at + 1] == '=' ? at + 2 : at + 1)..];
        var field = SelectableFields.Find(resource, name)
            ?? throw new FormatException($"field label not supported: {GivenValue.Shorten(name)}");
        return (field, isEqual, Unescape(value));
    }

    private static IEnumerable<string> SplitAtCommas(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\')
            {
                at++;
            }
            else if (text[at] == ',')
            {
                yield return text[start..at];
                start = at + 1;
            }
        }

        yield return text[start..];
    }

    private static string Unescape(string value)
    {
        var plain = new StringBuilder();
        for (var at = 0; at < value.Length; at++)
        {
            var isEscaped = value[at] == '\\';
            at += isEscaped ? 1 : 0;
            if (isEscaped ? at == value.Length || !@"\,=".Contains(value[at]) : value[at] == '=')
            {
                throw new FormatException($"invalid field selector: in '{GivenValue.Shorten(value)}' write \\, \\= and "
                    + "\\\\ for a comma, an = and a backslash; nothing else has a backslash before it");
            }

            plain.Append(value[at]);
        }

        return plain.ToString();
    }
}
