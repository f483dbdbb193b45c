using System.Text.Json.Nodes;
using ColorDemo.Mesh.Api;
using CsCheck;

namespace ColorDemo.Mesh.Tests.Api;

public class LabelSelectorTests
{
    private static readonly JsonObject Labelled = Patches.Parse(
        """{"metadata":{"labels":{"app":"color-svc","version":"v1","empty":"","size":"5","example.com/x":"y"}}}""");

    [Theory]
    [InlineData("", true)]
    [InlineData("  ", true)]
    [InlineData("app", true)]
    [InlineData("none", false)]
    [InlineData("!app", false)]
    [InlineData("! none", true)]
    [InlineData("app=color-svc", true)]
    [InlineData(" app == color-svc ", true)]
    [InlineData("app=other", false)]
    [InlineData("app!=color-svc", false)]
    [InlineData("none!=x", true)]
    [InlineData("empty=", true)]
    [InlineData("none=", false)]
    [InlineData("app!=", true)]
    [InlineData("app=color-svc,version=v2", false)]
    [InlineData("version in (v1, v2),app", true)]
    [InlineData("version in(v2,v3)", false)]
    [InlineData("version notin (v2,v3)", true)]
    [InlineData("none notin (v2)", true)]
    [InlineData("none in (v2)", false)]
    [InlineData("empty in ()", true)]
    [InlineData("empty in (,a)", true)]
    [InlineData("example.com/x=y", true)]
    [InlineData("size>4,size<6", true)]
    [InlineData("size>5", false)]
    [InlineData("app>5", false)]
    [InlineData("in in (in)", false)]
    public void Every_requirement_must_hold(string selector, bool matches) =>
        Assert.Equal(matches, LabelSelector.Parse(selector).Matches(Labelled));

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"metadata":null}""")]
    [InlineData("""{"metadata":{"labels":["app"]}}""")]
    [InlineData("""{"metadata":{"labels":{"app":null}}}""")]
    [InlineData("""{"metadata":{"labels":{"app":{}}}}""")]
    public void An_object_without_labels_has_none(string json)
    {
        Assert.False(LabelSelector.Parse("app").Matches(Patches.Parse(json)));
        Assert.True(LabelSelector.Parse("!app").Matches(Patches.Parse(json)));
    }

    [Theory]
    [InlineData("app=a b", "found 'b', expected ','")]
    [InlineData("app,", "a label key must follow the last ','")]
    [InlineData(",app", "found ',', expected a label key")]
    [InlineData("=x", "found '=', expected a label key")]
    [InlineData("app=a=b", "found '='")]
    [InlineData("app in v1", "found 'v1' after 'app', expected '('")]
    [InlineData("app in (v1", "expected ',' or ')'")]
    [InlineData("app in", "expected '('")]
    [InlineData("app like x", "found 'like' after 'app'")]
    [InlineData("!app=x", "found '=', expected ','")]
    [InlineData("-app=x", "'-app' is no label key")]
    [InlineData("a/b/c=x", "'a/b/c' is no label key")]
    [InlineData("app=-x", "'-x' is no value of the label 'app'")]
    [InlineData("app=ä", "'ä' is no value")]
    [InlineData("size>x", "must be a whole number")]
    [InlineData("size>", "must be a whole number")]
    public void What_is_no_label_selector_is_told(string selector, string message)
    {
        var error = Assert.Throws<FormatException>(() => LabelSelector.Parse(selector));

        Assert.StartsWith("unable to parse the label selector: ", error.Message);
        Assert.Contains(message, error.Message);
    }

    [Fact]
    public void Any_text_is_a_selector_or_a_FormatException() =>
        Gen.String[Gen.Char["ab=!,()<> in\t\\ä"], 0, 30].Sample(text =>
        {
            try
            {
                LabelSelector.Parse(text).Matches(Labelled);
                FieldSelector.Parse(text, ApiResources.All[0]).Matches(Labelled);
            }
            catch (FormatException why)
            {
                Assert.NotEmpty(why.Message);
            }
        });
}
