using System.CommandLine;

namespace ColorDemo.ColorService.Bench;

/// <summary>Options whose values come from a short list of names.</summary>
internal static class NameOption
{
    /// <summary>One of the names; the first is the default.</summary>
    public static Option<string> Create(string name, string[] names, string description) =>
        new Option<string>(name)
        {
            Description = description,
            DefaultValueFactory = _ => names[0],
        }.AcceptOnlyFromAmong(names);

    /// <summary>Some of the names, separated by commas, or <c>none</c>. Absent: empty.</summary>
    public static Option<string[]> CreateList(string name, string[] names, string description) =>
        new(name)
        {
            Description = description,
            HelpName = string.Join(',', names),
            CustomParser = result =>
            {
                var wanted = result.Tokens[0].Value.Split(',');
                foreach (var one in wanted.Where(one => one is not "none" && !names.Contains(one)))
                {
                    result.AddError($"{name} {one}: only {string.Join(", ", names)} or none is accepted.");
                }

                return wanted;
            },
        };
}
