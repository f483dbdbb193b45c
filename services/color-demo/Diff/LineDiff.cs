namespace ColorDemo.Launcher.Diff;

/// <summary>A line that stays (space), goes (-) or comes (+).</summary>
internal readonly record struct DiffLine(char Sign, string Text)
{
    public override string ToString() => $"{Sign}{Text}";
}

/// <summary>The fewest lines to take away and to add, by Myers' algorithm of 1986.</summary>
internal static class LineDiff
{
    /// <summary>Texts that differ in more lines are told as a whole: time and memory grow with the square.</summary>
    private const int MostEdits = 1_000;

    public static IReadOnlyList<DiffLine> Of(IReadOnlyList<string> old, IReadOnlyList<string> changed)
    {
        var shorter = Math.Min(old.Count, changed.Count);
        var from = Enumerable.Range(0, shorter).TakeWhile(line => old[line] == changed[line]).Count();
        var behind = Enumerable.Range(1, shorter - from).TakeWhile(line => old[^line] == changed[^line]).Count();
        string[] before = [.. old.Skip(from).SkipLast(behind)], after = [.. changed.Skip(from).SkipLast(behind)];
        return
        [
            .. old.Take(from).Select(line => new DiffLine(' ', line)),
            .. Steps(before, after) is { } steps ? Lines(before, after, steps) : Whole(before, after),
            .. old.TakeLast(behind).Select(line => new DiffLine(' ', line)),
        ];
    }

    private static DiffLine[] Whole(string[] old, string[] changed) =>
        [.. old.Select(line => new DiffLine('-', line)), .. changed.Select(line => new DiffLine('+', line))];

    /// <returns>
    /// How far one comes in the old text with 0, 1, 2 … edits, on each diagonal (place in the old text less that in
    /// the new one, from minus the edits to the edits); null when there are too many.
    /// </returns>
    private static List<int[]>? Steps(string[] old, string[] changed)
    {
        List<int[]> steps = [];
        for (var edits = 0; edits <= Math.Min(MostEdits, old.Length + changed.Length); edits++)
        {
            var reached = new int[(2 * edits) + 1];
            steps.Add(reached);
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var place = edits == 0 ? 0 : Next(steps[edits - 1], edits, diagonal).Place;
                while (place < old.Length && place - diagonal < changed.Length
                    && old[place] == changed[place - diagonal])
                {
                    place++;
                }

                reached[diagonal + edits] = place;
                if (place >= old.Length && place - diagonal >= changed.Length)
                {
                    return steps;
                }
            }
        }

        return null;
    }

    /// <returns>Where an edit more leads to on a diagonal, from the better one of its two neighbours.</returns>
    private static (int Place, bool IsAdded) Next(int[] reached, int edits, int diagonal)
    {
        var added = diagonal + 1 < edits ? reached[diagonal + edits] : -1;
        var removed = diagonal - 1 > -edits ? reached[diagonal + edits - 2] + 1 : -1;
        return added >= removed ? (added, true) : (removed, false);
    }

    private static DiffLine[] Lines(string[] old, string[] changed, List<int[]> steps)
    {
        Stack<DiffLine> lines = [];
        var (place, other) = (old.Length, changed.Length);
        for (var edits = steps.Count - 1; edits >= 0; edits--)
        {
            var (start, isAdded) = edits == 0 ? (0, false) : Next(steps[edits - 1], edits, place - other);
            for (; place > start; other--)
            {
                lines.Push(new(' ', old[--place]));
            }

            if (edits > 0)
            {
                lines.Push(isAdded ? new('+', changed[--other]) : new('-', old[--place]));
            }
        }

        return [.. lines];
    }
}
