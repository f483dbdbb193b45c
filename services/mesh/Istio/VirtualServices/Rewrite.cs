namespace ColorDemo.Mesh.Istio;

/// <summary>Changes the request before it goes on. Istio <c>HTTPRewrite</c>.</summary>
/// <param name="Uri">Replaces the matched prefix, or the whole path after an exact or regex match.</param>
/// <param name="Authority">Replaces the Host header.</param>
/// <param name="UriRegex">Instead of <paramref name="Uri"/>.</param>
public sealed record Rewrite(string? Uri, string? Authority, RegexRewrite? UriRegex)
{
    private static readonly string[] Parts = ["uri", "authority", "uriRegexRewrite"];

    internal static Rewrite? Read(Fields? rewrite)
    {
        if (rewrite is null)
        {
            return null;
        }

        if (Parts.All(rewrite.IsAbsentOrEmptyText)) // to Istio an empty uri is none
        {
            rewrite.Error("", "rewrite must specify at least one of uri, uriRegexRewrite, or authority; "
                + "the shortest uri is /");
        }
        else if (!rewrite.IsAbsentOrEmptyText("uri") && rewrite.Has("uriRegexRewrite"))
        {
            rewrite.Error("uriRegexRewrite", "rewrite may only contain one of uri or uriRegexRewrite; leave one out");
        }

        var read = new Rewrite(
            rewrite.Text("uri") is { Length: > 0 } uri ? uri : null,
            rewrite.Text("authority") is { Length: > 0 } authority ? authority : null,
            RegexRewrite.Read(rewrite.Object("uriRegexRewrite")));
        rewrite.End();
        return read;
    }
}

/// <summary>Replaces every match in the path, without the query. Istio <c>RegexRewrite</c>.</summary>
/// <param name="Substitution">RE2's form: <c>\1</c> is the first group.</param>
public sealed record RegexRewrite(Re2 Match, string Substitution)
{
    private static readonly string[] Parts = ["match", "rewrite"];

    internal static RegexRewrite? Read(Fields? rewrite)
    {
        if (rewrite is null)
        {
            return null;
        }

        foreach (var part in Parts.Where(rewrite.IsAbsentOrEmptyText))
        {
            rewrite.Error(part, "is required: uriRegexRewrite requires both rewrite and match");
        }

        var match = rewrite.Text("match") is { Length: > 0 } pattern ? Re2.Read(rewrite, "match", pattern) : null;
        var substitution = rewrite.Text("rewrite") ?? "";
        Check(rewrite, substitution, match);
        rewrite.End();
        return match is null ? null : new(match, substitution);
    }

    private static void Check(Fields rewrite, string substitution, Re2? match)
    {
        var groups = match?.Part.GetGroupNumbers().Length - 1;
        for (var at = substitution.IndexOf('\\'); at >= 0; at = substitution.IndexOf('\\', at + 2))
        {
            var next = at + 1 < substitution.Length ? substitution[at + 1] : ' ';
            if (next != '\\' && !char.IsAsciiDigit(next))
            {
                rewrite.Error("rewrite", @"a backslash must be followed by a digit, the number of a group of match, "
                    + @"or by another backslash");
            }
            else if (next != '\\' && next - '0' > groups)
            {
                rewrite.Error("rewrite", $@"\{next}: match has {groups} groups; \0 is the whole match");
            }

            if (at + 2 > substitution.Length)
            {
                break;
            }
        }
    }
}
