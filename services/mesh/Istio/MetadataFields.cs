using System.Globalization;

namespace ColorDemo.Mesh.Istio;

/// <summary>Reads Kubernetes' <c>metadata</c>, of which the mesh needs the name and the age.</summary>
internal static class MetadataFields
{
    private static readonly string[] TimeForms =
    [
        "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mm:sszzz",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFzzz",
    ];

    public static Metadata Read(ManifestDocument document, Fields root)
    {
        var created = root.Object("metadata") is { } metadata ? ReadAge(metadata) : null;
        return new(document.Name, document.Namespace, created, new(document.File, document.Line));
    }

    private static DateTimeOffset? ReadAge(Fields metadata)
    {
        metadata.TextMap("labels");
        metadata.TextMap("annotations");
        metadata.Texts("finalizers");
        metadata.Objects("ownerReferences");
        metadata.Known(
            "name", "namespace", "generateName", "uid", "resourceVersion", "generation", "selfLink",
            "managedFields", "deletionTimestamp", "deletionGracePeriodSeconds");
        var written = metadata.Text("creationTimestamp");
        metadata.End();
        if (written is null)
        {
            return null;
        }

        if (DateTimeOffset.TryParseExact(
            written, TimeForms, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var time))
        {
            return time;
        }

        metadata.Error("creationTimestamp", $"'{GivenValue.Shorten(written)}' is no time; write 2026-01-31T12:00:00Z");
        return null;
    }
}
