using System.Text.Json.Nodes;

namespace ColorDemo.Launcher.Tests;

public class LargeEditTests
{
    [Fact]
    public void A_long_list_with_nothing_left_in_its_place_is_written()
    {
        var items = string.Concat(Enumerable.Range(0, 5_000).Select(item => $"- {{name: a{item}, b: {item}}}\n"));
        var text = $"apiVersion: v1\nkind: Thing\nmetadata: {{name: a}}\na:\n{items}";
        var wanted = (JsonObject)Edited.Objects(text)[0].DeepClone();
        wanted["a"] = new JsonArray([.. wanted["a"]!.AsArray().Reverse().Skip(5).Select(item => item!.DeepClone())]);

        var after = Edited.With(text, wanted);

        Assert.True(JsonNode.DeepEquals(wanted, Edited.Objects(after)[0]));
    }
}
