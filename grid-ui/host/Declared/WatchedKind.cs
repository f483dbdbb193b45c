namespace ColorDemo.GridHost;

/// <summary>A kind of object, and which of a cluster's are wanted.</summary>
/// <param name="Group">Empty for Kubernetes' own.</param>
/// <param name="Plural">As in paths, for example <c>virtualservices</c>.</param>
/// <param name="FieldSelector">Absent for all.</param>
/// <param name="OnlyLabels">Nothing else of an object is kept, and other changes are none.</param>
public sealed record WatchedKind(
    string Group, string Kind, string Plural, string? FieldSelector = null, bool OnlyLabels = false)
{
    public const string Version = "v1";

    public string ApiVersion => Group.Length > 0 ? $"{Group}/{Version}" : Version;
}
