using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>Reads labels, and selectors made of labels.</summary>
internal static partial class LabelMap
{
    private static readonly IReadOnlyDictionary<string, string> None = new Dictionary<string, string>();

    public static IReadOnlyDictionary<string, string> Read(Fields owner, string name)
    {
        if (owner.Object(name) is not { } fields)
        {
            return None;
        }

        Dictionary<string, string> labels = [];
        foreach (var key in fields.Names)
        {
            labels[key] = fields.Text(key) ?? "";
            CheckKey(fields, key);
            if (labels[key].Contains('*'))
            {
                fields.Error(key, $"a wildcard is not supported in labels: '{labels[key]}'; write the whole value");
            }
            else if (!IsValue(labels[key]))
            {
                fields.Error(key, $"'{labels[key]}' is no label value; write at most 63 letters, digits, '-', '_' "
                    + "and '.', with a letter or digit at both ends");
            }
        }

        return labels;
    }

    /// <summary>A mapping that holds nothing but labels to look for; null when it is absent.</summary>
    /// <param name="owner">Holds the selector.</param>
    /// <param name="name">The selector.</param>
    /// <param name="labels">What the selector's only field is called.</param>
    public static IReadOnlyDictionary<string, string>? ReadSelector(Fields owner, string name, string labels)
    {
        if (owner.Object(name) is not { } selector)
        {
            return null;
        }

        var read = Read(selector, labels);
        if (selector.LacksFields(labels))
        {
            owner.Warn(
                name, $"workload selector specified without labels selects everything; name some under {labels}");
        }

        selector.End();
        return read;
    }

    public static bool IsKey(string text) => text.Split('/') is var parts
        && parts.Length <= 2 && Key.IsMatch(parts[^1])
        && (parts.Length == 1 || Names.IsSubdomain(parts[0].ToLowerInvariant()));

    public static bool IsValue(string text) => Value.IsMatch(text);

    private static void CheckKey(Fields fields, string key)
    {
        if (!IsKey(key))
        {
            fields.Error(key, $"'{key}' is no label; write a name such as app, or one with a domain before it, "
                + "such as example.com/app");
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?\z")]
    private static partial Regex Key { get; }

    [GeneratedRegex(@"\A([A-Za-z0-9]([A-Za-z0-9_.-]{0,61}[A-Za-z0-9])?)?\z")]
    private static partial Regex Value { get; }
}
