namespace ColorDemo.Mesh.Istio;

/// <summary>A condition on a text: at most one of the three is set. Istio <c>StringMatch</c>.</summary>
/// <param name="Prefix">Compared as plain text: <c>/foo</c> matches <c>/foobar</c> too.</param>
/// <param name="Regex">Must match the whole text.</param>
public sealed record StringMatch(string? Exact, string? Prefix, Re2? Regex)
{
    internal static readonly string[] Kinds = ["exact", "prefix", "regex"];

    /// <summary>Asks only whether there is such a header: <c>{}</c>, null, or the regex <c>*</c>.</summary>
    public static StringMatch Present { get; } = new(null, null, null);

    public bool IsPresence => Exact is null && Prefix is null && Regex is null;

    public override string ToString() =>
        Exact is not null ? $"exact {Exact}"
        : Prefix is not null ? $"prefix {Prefix}"
        : Regex is not null ? $"regex {Regex}"
        : "present";

    /// <summary>A condition on what every request has; absent when it is not set, or wrong.</summary>
    internal static StringMatch? Read(Fields match, string name, bool mayBeEmptyPrefix = false)
    {
        var condition = match.Object(name);
        if (condition is { Names.Count: 0 })
        {
            match.Warn(name, "is empty, so it holds for every request; leave it out, or set exact, prefix or regex");
            return null;
        }

        return condition is null ? null : Read(condition, mayBeEmptyPrefix);
    }

    /// <summary>A condition on a header or parameter, which may be missing.</summary>
    internal static StringMatch ReadEntry(Fields entries, string name, bool mayBeStar = false)
    {
        var condition = entries.Object(name);
        var asksForPresence = condition is null or { Names.Count: 0 }
            || (mayBeStar && condition is { Names: ["regex"] } && condition.Text("regex") == "*");
        return asksForPresence ? Present : Read(condition!) ?? Present;
    }

    /// <returns>Null when it is wrong, which was reported.</returns>
    internal static StringMatch? Read(Fields condition, bool mayBeEmptyPrefix = false)
    {
        var given = Kinds.Count(condition.Has);
        if (given > 1 || (given == 0 && condition.Names.All(name => Kinds.Contains(name))))
        {
            condition.Error("", "set exactly one of exact, prefix, regex");
        }

        var prefix = condition.Text("prefix");
        if (prefix is "" && !mayBeEmptyPrefix)
        {
            condition.Error("prefix", "prefix string match should not be empty, but for uri; "
                + "write {} for a header or parameter that is only present");
        }

        var pattern = condition.Text("regex");
        var match = new StringMatch(
            condition.Text("exact"), prefix, pattern is null ? null : Re2.Read(condition, "regex", pattern));
        condition.End();
        return given == 1 && !match.IsPresence ? match : null;
    }
}
