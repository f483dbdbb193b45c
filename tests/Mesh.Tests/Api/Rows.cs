using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;

namespace ColorDemo.Mesh.Tests.Api;

/// <summary>Shows objects as kubectl would, five minutes after <see cref="Created"/>.</summary>
internal static class Rows
{
    public const string Created = "2026-01-01T00:00:00Z";

    public static readonly DateTimeOffset Now = new(2026, 1, 1, 0, 5, 0, TimeSpan.Zero);

    public static JsonObject Table(JsonObject json, IncludeObject include = IncludeObject.None) =>
        ObjectTable.Of(ApiResources.OfKind($"{json["apiVersion"]}", $"{json["kind"]}")!, [json], Now, include);

    /// <summary>Heads and cells with bars between; wide columns have a plus before their heads.</summary>
    public static string Heads(JsonObject table) => string.Join(" | ", table["columnDefinitions"]!.AsArray()
        .Select(column => (column!["priority"]!.GetValue<int>() > 0 ? "+" : "") + column["name"]));

    public static string Cells(JsonObject table) =>
        string.Join(" | ", table["rows"]![0]!["cells"]!.AsArray().Select(cell => cell?.ToString() ?? "null"));

    /// <param name="rest">The fields after metadata.</param>
    public static JsonObject Object(string apiVersion, string kind, string rest) => Patches.Parse($$"""
        {"apiVersion":"{{apiVersion}}","kind":"{{kind}}","metadata":{"name":"a","creationTimestamp":"{{Created}}"},
        {{rest}} }
        """);
}
