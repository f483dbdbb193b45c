using System.Globalization;
using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Api;

internal static class RoleColumns
{
    /// <summary>With a time where all others have an age, as Kubernetes shows roles.</summary>
    public static IReadOnlyList<TableColumn> OfRole { get; } =
    [
        TableColumn.NameColumn,
        new("Created At", "When the object was created.", json => json.TimeAt("metadata.creationTimestamp")
            ?.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture) ?? "<unknown>")
        {
            Type = "date",
        },
    ];

    public static IReadOnlyList<TableColumn> OfBinding { get; } =
    [
        TableColumn.NameColumn,
        new("Role", "What the subjects may do.",
            json => $"{json.TextAt("roleRef.kind")}/{json.TextAt("roleRef.name")}"),
        TableColumn.Age,
        Subjects("Users", "User", "Users that have the role.").Wide(),
        Subjects("Groups", "Group", "Groups that have the role.").Wide(),
        Subjects("ServiceAccounts", "ServiceAccount", "Service accounts that have the role.").Wide(),
    ];

    private static TableColumn Subjects(string name, string kind, string description) => new(name, description, json =>
        string.Join(", ", json.ListAt("subjects").Where(one => one.TextAt("kind") == kind).Select(Subject)));

    private static string? Subject(JsonNode subject) => subject.TextAt("namespace") is { } space
        ? $"{space}/{subject.TextAt("name")}" : subject.TextAt("name");
}
