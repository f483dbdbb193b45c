using ColorDemo.Grid.Wire;

namespace ColorDemo.Grid;

/// <summary>Headers as they are typed: one a line, name, colon, value.</summary>
public static class HeaderLines
{
    /// <summary>What has no colon is a header without a value: the host says what is wrong with a name.</summary>
    public static IReadOnlyList<Header> Parse(string text) =>
    [
        .. text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.IndexOf(':') is >= 0 and var colon
                ? new Header(line[..colon].Trim(), line[(colon + 1)..].Trim())
                : new Header(line, "")),
    ];
}
