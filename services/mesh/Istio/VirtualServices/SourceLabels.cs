using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>Conditions on where a client is: the labels of its pod, and its namespace.</summary>
internal static partial class SourceLabels
{
    public static IReadOnlyDictionary<string, string> Read(Fields match)
    {
        var labels = match.TextMap("sourceLabels");
        foreach (var (key, value) in labels)
        {
            if (!IsKey(key) || (value.Length > 0 && !IsName(value)))
            {
                match.Error($"sourceLabels.{key}", $"'{key}: {value}' is no label; write at most 63 letters, digits, "
                    + "hyphens, underscores and dots, which start and end with a letter or digit");
            }
        }

        return labels;
    }

    public static string? CheckNamespace(Fields match)
    {
        var name = match.Text("sourceNamespace");
        if (name is { Length: > 0 } && !Names.IsLabelInAnyCase(name))
        {
            match.Error("sourceNamespace",
                $"sourceNamespace match '{name}' is invalid; use lower-case letters, digits and hyphens");
        }

        return name is "" ? null : name;
    }

    private static bool IsKey(string key) => key.Split('/') switch
    {
        [var name] => IsName(name),
        [var prefix, var name] => Names.IsSubdomain(prefix) && IsName(name),
        _ => false,
    };

    private static bool IsName(string text) => text.Length <= 63 && Name.IsMatch(text);

    [GeneratedRegex(@"\A[A-Za-z0-9]([A-Za-z0-9._-]*[A-Za-z0-9])?\z")]
    private static partial Regex Name { get; }
}
