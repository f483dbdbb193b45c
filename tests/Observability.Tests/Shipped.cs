using System.Reflection;
using System.Text.Json.Nodes;
using YamlDotNet.Serialization;

namespace ColorDemo.Observability.Tests;

/// <summary>The files of <c>manifests/observability</c>.</summary>
internal static class Shipped
{
    /// <summary>Where Prometheus reads its configuration and rules.</summary>
    public const string Prometheus = "prometheus";

    public static string Cases { get; } = Metadata("Cases");

    public static IReadOnlyList<string> RuleFiles =>
        [.. Directory.EnumerateFiles(PathOf(Prometheus), "*.rules.yaml").Order(StringComparer.Ordinal)];

    /// <summary>All rules, recording ones and alerts.</summary>
    public static IReadOnlyList<JsonObject> Rules =>
    [
        .. RuleFiles.SelectMany(file => ReadYaml(file)["groups"]!.AsArray())
            .SelectMany(group => group!["rules"]!.AsArray())
            .Select(rule => rule!.AsObject()),
    ];

    public static string PathOf(params string[] relative) => Path.Combine([Metadata("Manifests"), .. relative]);

    public static string ReadText(params string[] relative) => File.ReadAllText(PathOf(relative));

    public static JsonNode ReadYaml(params string[] relative) => ParseYaml(ReadText(relative));

    public static JsonNode ParseYaml(string text)
    {
        var yaml = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build()
            .Deserialize(text)!;
        return JsonNode.Parse(new SerializerBuilder().JsonCompatible().Build().Serialize(yaml))!;
    }

    private static string Metadata(string key) => Path.GetFullPath(typeof(Shipped).Assembly
        .GetCustomAttributes<AssemblyMetadataAttribute>().Single(one => one.Key == key).Value!);
}
