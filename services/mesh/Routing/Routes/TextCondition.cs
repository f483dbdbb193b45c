using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Routing;

/// <summary>A condition on a header, a pseudo-header such as <c>:method</c>, or a query parameter.</summary>
/// <param name="IsInverted">Must not hold; a missing header then counts as an empty one.</param>
public sealed record TextCondition(string Name, StringMatch Match, bool IsInverted = false)
{
    /// <param name="text">Null when there is none.</param>
    public bool Holds(string? text) => IsInverted ? !IsMet(text ?? (Match.IsPresence ? null : "")) : IsMet(text);

    public override string ToString() =>
        IsInverted && Match.IsPresence ? $"{Name} absent" : $"{Name} {(IsInverted ? "not " : "")}{Match}";

    private bool IsMet(string? text) => text is not null && Match switch
    {
        { Exact: { } exact } => text.Equals(exact, StringComparison.Ordinal),
        { Prefix: { } prefix } => text.StartsWith(prefix, StringComparison.Ordinal),
        { Regex: { } regex } => regex.Whole.IsMatch(text),
        _ => true,
    };
}
