using System.Text.Json.Nodes;
using CsCheck;

namespace ColorDemo.Launcher.Tests;

public class RandomEditTests
{
    [Fact]
    public void Any_change_is_written_and_nothing_else_is() => Gen.Int[0, int.MaxValue].Sample(seed =>
    {
        var random = new Random(seed);
        var objects = new RandomObject(random);
        var (before, json, after) = (objects.New("before"), objects.New("one"), objects.New("after"));
        var writer = new RandomText(random);
        var head = $"{new RandomText(random).Write(before)}---\n";
        var tail = $"---\n{new RandomText(random).Write(after)}";
        var lineEnd = random.Next(3) == 0 ? "\r\n" : "\n";
        var text = (head + writer.Write(json) + tail).ReplaceLineEndings(lineEnd);
        var wanted = (JsonObject)json.DeepClone();
        var touched = objects.Change(wanted);

        var edited = Edited.With(text, wanted, 1);

        Assert.True(JsonNode.DeepEquals(wanted, Edited.Objects(edited)[1]));
        Assert.StartsWith(head.ReplaceLineEndings(lineEnd), edited);
        Assert.EndsWith(tail.ReplaceLineEndings(lineEnd), edited);
        Assert.Equal(lineEnd == "\n", !edited.Contains('\r'));
        var lines = edited.Split(lineEnd).ToHashSet();
        Assert.All(
            writer.Comments.Where(one => !touched.Exists(path => IsInside(one.Inside, path))),
            one => Assert.Contains(one.Line, lines));
        if (touched.Count == 0)
        {
            Assert.Same(text, edited);
        }
    }, iter: 400);

    private static bool IsInside(string path, string around) => path.StartsWith(around, StringComparison.Ordinal)
        && (around[^1] == '[' || path.Length == around.Length || path[around.Length] is '.' or '[');
}
