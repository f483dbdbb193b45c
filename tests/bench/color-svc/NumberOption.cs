using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace ColorDemo.ColorService.Bench;

/// <summary>Options whose values are whole numbers within bounds.</summary>
internal static class NumberOption
{
    public static Option<int> Create(string name, int standard, int lowest, int highest, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "number",
            DefaultValueFactory = _ => standard,
            CustomParser = result => Parse(result, result.Tokens[0].Value, name, lowest, highest),
        };

    /// <summary>The numbers are separated by commas.</summary>
    public static Option<int[]> CreateList(
        string name, int[] standard, int lowest, int highest, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "numbers",
            DefaultValueFactory = _ => standard,
            CustomParser = result =>
                [.. result.Tokens[0].Value.Split(',').Select(text => Parse(result, text, name, lowest, highest))],
        };

    private static int Parse(ArgumentResult result, string text, string name, int lowest, int highest)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= lowest && number <= highest)
        {
            return number;
        }

        result.AddError($"{name} {text}: only a whole number from {lowest} to {highest} is accepted.");
        return lowest;
    }
}
