using System.Text.Json.Nodes;
using ColorDemo.Launcher.Saving;

namespace ColorDemo.Launcher.Tests;

public class EditRefusalTests
{
    private const string Head = "apiVersion: v1\nkind: Thing\nmetadata: {name: a}\n";

    [Theory]
    [InlineData("a: &x {b: 1}\nc: *x\n", """{"c": {"b": 2}}""",
        "thing.yaml:5: c: stands for the value named &x elsewhere in the file; change it by hand")]
    [InlineData("a: &x\n  b: 1\nc: *x\n", """{"a": {"b": 2}}""",
        "thing.yaml:4: a: is the value that *x stands for elsewhere in the file; change it by hand")]
    [InlineData("a:\n  b: &x 1\nc: *x\n", """{"a": null}""", "thing.yaml:5: a: is the value that *x stands for")]
    [InlineData("a: &x {b: 1}\nc:\n  <<: *x\n  d: 1\n", """{"c": {"b": 2}}""",
        "thing.yaml:6: c.b: comes in by <<, and would change for others too; change it by hand")]
    [InlineData("a: &x {b: 1}\nc:\n  <<: *x\n  d: 1\n", """{"c": {"b": null}}""", "thing.yaml:6: c.b: comes in by <<")]
    [InlineData("a:\n  ? b\n  : 1\n", """{"a": {"b": 2}}""", "thing.yaml:6: a.b: is written in a form")]
    [InlineData("a: [b: 1]\n", """{"a": [{"b": 1, "c": 2}]}""", "thing.yaml:4: a[0]: is written in a form")]
    [InlineData("a: 1\n", """{"metadata": {"name": "b"}}""",
        "thing.yaml:1: Thing default/a is no longer the same object: v1 Thing default/b")]
    [InlineData("a: 1\n", """{"a": 1e400}""", "thing.yaml:1: Thing default/a is written in a way that this change")]
    public void What_cannot_be_written_alone_is_refused(string body, string patch, string why) =>
        Assert.StartsWith(why, Edited.Refusal(Head + body, patch));

    [Fact]
    public void A_change_beside_an_alias_is_none_of_it() =>
        Assert.Equal(
            $"{Head}a: &x {{b: 1}}\nc:\n  <<: *x\n  d: 2\n  e: 3\n",
            Edited.With($"{Head}a: &x {{b: 1}}\nc:\n  <<: *x\n  d: 1\n", """{"c": {"d": 2, "e": 3}}"""));

    [Fact]
    public void An_object_under_an_alias_is_refused() =>
        Assert.Equal(
            "thing.yaml:3: Thing default/a stands under an alias; change it by hand",
            Edited.Refusal(
                "kind: List\nmetadata: {x: &x {apiVersion: v1, kind: Thing, metadata: {name: a}}}\nitems: [*x]\n",
                """{"a": 1}"""));

    [Theory]
    [InlineData("", "thing.yaml:1: the file no longer has v1 Thing default/a")]
    [InlineData(Head + "a: 2\n", "thing.yaml:1: Thing default/a was changed in the file meanwhile")]
    [InlineData(Head + "---\n" + Head, "thing.yaml:5: Thing default/a stands at line 1 already; keep one")]
    [InlineData(Head + "a: 1\na: 1\n", "thing.yaml:5: a: stands twice in the same mapping; keep one")]
    [InlineData(Head + "a: [\n", "thing.yaml:5: this is not YAML: ")]
    public void A_file_that_is_not_what_was_read_is_refused(string text, string why)
    {
        var now = Edited.Objects(Head)[0];
        var wanted = (JsonObject)now.DeepClone();
        wanted["a"] = 1;

        Assert.StartsWith(why, Assert.Throws<CannotSaveException>(
            () => ManifestEditor.Edit(Edited.File, text, now, wanted)).Message);
    }
}
