namespace ColorDemo.Mesh.Istio;

/// <summary>What to tell somebody whose word is not known here.</summary>
internal static class UnknownWord
{
    public static string Field(string name, IEnumerable<string> known) =>
        $"there is no field '{GivenValue.Shorten(name)}' here; {Advice(name, [.. known])}";

    public static string Advice(string word, IReadOnlyCollection<string> known) => Nearest(word, known) switch
    {
        { } meant => $"did you mean '{meant}'?",
        null when known.Count == 0 => "it takes none",
        null => $"known are {string.Join(", ", known.Order(StringComparer.Ordinal))}",
    };

    /// <summary>The word that was probably meant: at most a third of its letters differ.</summary>
    public static string? Nearest(string word, IEnumerable<string> known) => known
        .Select(candidate => (candidate, Edits: Typing.Edits(word, candidate, Most(candidate))))
        .Where(pair => pair.Edits <= Most(pair.candidate))
        .OrderBy(pair => pair.Edits)
        .ThenBy(pair => pair.candidate, StringComparer.Ordinal)
        .FirstOrDefault().candidate;

    private static int Most(string candidate) => Math.Max(1, candidate.Length / 3);
}
