namespace ColorDemo.Mesh.Istio;

/// <summary>A condition on a text: at most one of the three is set. Istio <c>StringMatch</c>.</summary>
/// <param name="Prefix">Compared as plain text: <c>/foo</c> matches <c>/foobar</c> too.</param>
/// <param name="Regex">Must match the whole text.</param>
public sealed record StringMatch(string? Exact, string? Prefix, Re2? Regex)
{
    /// <summary>Asks only whether there is such a header or parameter: <c>{}</c>, null, or the regex <c>*</c>.</summary>
    public static StringMatch Present { get; } = new(null, null, null);

    public bool IsPresence => Exact is null && Prefix is null && Regex is null;

    public override string ToString() =>
        Exact is not null ? $"exact {Exact}"
        : Prefix is not null ? $"prefix {Prefix}"
        : Regex is not null ? $"regex {Regex}"
        : "present";

    internal static StringMatch? Read(Fields? fields)
    {
        if (fields is null)
        {
            return null;
        }

        var pattern = fields.Text("regex");
        var match = new StringMatch(
            fields.Text("exact"), fields.Text("prefix"), pattern is null ? null : Re2.Read(fields, "regex", pattern));
        fields.End();
        return match;
    }
}
