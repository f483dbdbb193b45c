using System.Text.Json.Nodes;

namespace ColorDemo.ColorService.Http.OpenApi;

/// <summary>Faults as they are told and asked for.</summary>
internal static class FaultExamples
{
    private const string RedFault =
        """{"errorRate":1,"errorStatus":500,"delayMilliseconds":20,"jitterMilliseconds":10}""";

    /// <summary>Those of one family.</summary>
    public static JsonNode Red => JsonNode.Parse(RedFault)!;

    /// <summary>Every member, as it is both put and told.</summary>
    public static JsonNode Everything => JsonNode.Parse(
        $$"""
        {
          "errorRate": 0.5,
          "errorStatus": 503,
          "delayMilliseconds": 10,
          "jitterMilliseconds": 2.5,
          "unready": true,
          "families": { "red": {{RedFault}} },
          "forSeconds": 30
        }
        """)!;

    public static (string Name, JsonNode Value)[] Requests =>
    [
        ("everything", Everything),
        ("latch", JsonNode.Parse("""{"errorRate":1,"forSeconds":30}""")!),
        ("family", JsonNode.Parse("""{"families":{"red":{"errorRate":1}}}""")!),
        ("none", new JsonObject()),
    ];
}
