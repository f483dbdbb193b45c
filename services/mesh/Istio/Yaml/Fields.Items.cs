using System.Globalization;
using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Istio;

internal sealed partial class Fields
{
    public int? RequiredWholeNumber(string name, int least, int most)
    {
        if (!Has(name))
        {
            Error(name, $"is required, as a whole number from {least} to {most}");
        }

        return WholeNumber(name, least, most);
    }

    /// <summary>Absent or empty. What is no text at all is reported elsewhere.</summary>
    public bool LacksText(string name) => json[name] is null
        || (json[name] is JsonValue value && value.TryGetValue(out string? text) && text.Length == 0);

    /// <summary>Absent or empty. What is no mapping at all is reported elsewhere.</summary>
    public bool LacksFields(string name) => json[name] is null or JsonObject { Count: 0 };

    public double? Number(string name, double least, double most)
    {
        var number = Number(name);
        if (number is null || (number >= least && number <= most))
        {
            return number;
        }

        Error(name, string.Create(CultureInfo.InvariantCulture, $"{number} is not a number from {least} to {most}"));
        return null;
    }

    /// <summary>Absent, or a list without items. What is no list at all is reported elsewhere.</summary>
    public bool LacksItems(string name) => json[name] is null or JsonArray { Count: 0 };

    /// <summary>Each text with the name of its own field, for example <c>hosts[1]</c>.</summary>
    public IReadOnlyList<(string Text, string Field)> TextItems(string name)
    {
        List<(string, string)> texts = [];
        foreach (var (item, at) in Items(name, FieldForm.Texts))
        {
            if (item is JsonValue value && value.TryGetValue(out string? text) && text.Length > 0)
            {
                texts.Add((text, $"{name}{at[PathOf(name).Length..]}"));
            }
            else
            {
                report.Error(at, "must be text, and not empty; put quotes around it if it looks like a number");
            }
        }

        return texts;
    }

    /// <summary>A list of whole numbers in a range: checked, and not wanted.</summary>
    public void CheckWholeNumbers(string name, int least, int most)
    {
        foreach (var (item, at) in Items(name))
        {
            if (item is not JsonValue value || !value.TryGetValue(out long number) || number < least || number > most)
            {
                report.Error(at, $"must be a whole number from {least} to {most}");
            }
        }
    }
}
