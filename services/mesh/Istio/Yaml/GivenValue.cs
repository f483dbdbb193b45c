using System.Text.Json.Nodes;

namespace ColorDemo.Mesh.Istio;

/// <summary>A value of the user's, to be shown in a message.</summary>
internal static class GivenValue
{
    private const int Longest = 80;

    public static string Show(JsonNode node) => Shorten(node.ToJsonString());

    public static string Shorten(string text) => text.Length <= Longest ? text : $"{text[..Longest]}…";
}
