namespace ColorDemo.Mesh.Istio;

/// <summary>How far two words are apart on a keyboard: Damerau's and Levenshtein's distance, case aside.</summary>
internal static class Typing
{
    /// <returns>Letters to insert, drop, replace or swap with a neighbour; when over the most, any more.</returns>
    public static int Edits(string given, string meant, int most)
    {
        if (Math.Abs(given.Length - meant.Length) > most)
        {
            return most + 1;
        }

        var edits = new int[given.Length + 1, meant.Length + 1];
        for (var row = 0; row <= given.Length; row++)
        {
            for (var column = 0; column <= meant.Length; column++)
            {
                edits[row, column] = Math.Min(row, column) == 0
                    ? Math.Max(row, column)
                    : Cheapest(edits, given, meant, row, column);
            }
        }

        return edits[given.Length, meant.Length];
    }

    private static int Cheapest(int[,] edits, string given, string meant, int row, int column)
    {
        var replaced = edits[row - 1, column - 1] + (Same(given[row - 1], meant[column - 1]) ? 0 : 1);
        var least = Math.Min(replaced, Math.Min(edits[row - 1, column], edits[row, column - 1]) + 1);
        return row > 1 && column > 1
            && Same(given[row - 1], meant[column - 2]) && Same(given[row - 2], meant[column - 1])
                ? Math.Min(least, edits[row - 2, column - 2] + 1)
                : least;
    }

    private static bool Same(char one, char other) => char.ToLowerInvariant(one) == char.ToLowerInvariant(other);
}
