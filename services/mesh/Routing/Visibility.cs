namespace ColorDemo.Mesh.Routing;

/// <summary>Which namespaces a resource is for. Istio <c>exportTo</c>.</summary>
internal static class Visibility
{
    public const string Everyone = "*";
    public const string Own = ".";
    public const string Nobody = "~";

    public static bool Allows(IReadOnlyList<string> exportTo, string own, string viewer) =>
        exportTo.Count == 0
        || exportTo.Contains(Everyone)
        || (!exportTo.Contains(Nobody) && exportTo.Any(space => (space == Own ? own : space) == viewer));

    /// <summary>Whether it is for its own namespace alone.</summary>
    public static bool IsPrivate(IReadOnlyList<string> exportTo, string own) =>
        exportTo is [var only] && (only == Own || only == own);
}
