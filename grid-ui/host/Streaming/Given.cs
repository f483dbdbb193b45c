namespace ColorDemo.GridHost;

/// <summary>What somebody gave, for a sentence that refuses it.</summary>
public static class Given
{
    private const int Longest = 60;

    public static string Show(string? given) =>
        string.IsNullOrEmpty(given) ? "nothing" : $"'{(given.Length > Longest ? given[..Longest] + "…" : given)}'";
}
