using ColorDemo.Launcher.Diff;
using CsCheck;

namespace ColorDemo.Launcher.Tests;

public class DiffTests
{
    private const string Split = """
        apiVersion: networking.istio.io/v1
        kind: VirtualService
        metadata: {name: color, namespace: color}
        spec:
          hosts: ["*"]
          http:
          - route:
            - {destination: {host: color-svc, subset: armadillo}, weight: 80}
            - {destination: {host: color-svc, subset: bison}, weight: 20}
        """;

    [Fact]
    public void A_difference_is_told_as_diff_does()
    {
        var (old, changed) = (Edited.Objects(Split)[0], Edited.Objects(Split.Replace("80", "50"))[0]);

        var lines = ObjectDiff.Of("virtual-service.yaml:1", old, "armadillo VirtualService color/color", changed);

        Assert.Equal("""
            --- virtual-service.yaml:1
            +++ armadillo VirtualService color/color
            @@ -11,7 +11,7 @@
                 - destination:
                     host: color-svc
                     subset: armadillo
            -      weight: 80
            +      weight: 50
                 - destination:
                     host: color-svc
                     subset: bison
            """, string.Join('\n', lines!));
    }

    [Fact]
    public void Order_of_fields_is_no_difference()
    {
        var changed = Edited.Objects("spec: {b: 1, a: [2.0]}\nkind: Thing\n")[0];

        Assert.Null(ObjectDiff.Of("a", Edited.Objects("kind: Thing\nspec: {a: [2], b: 1}\n")[0], "b", changed));
    }

    [Fact]
    public void An_object_that_is_not_there_has_no_lines()
    {
        var one = Edited.Objects("data: {text: \"1\\n2\\n\"}\nkind: Thing\napiVersion: v1\n")[0];

        Assert.Equal(
            ["--- a", "+++ b", "@@ -0,0 +1,6 @@",
                "+apiVersion: v1", "+kind: Thing", "+data:", "+  text: |", "+    1", "+    2"],
            ObjectDiff.Of("a", null, "b", one)!);
        Assert.Equal(
            ["--- a", "+++ b", "@@ -1,1 +0,0 @@", "-kind: Thing"],
            ObjectDiff.Of("a", new() { ["kind"] = "Thing" }, "b", null)!);
    }

    [Fact]
    public void Both_texts_can_be_read_from_their_difference()
    {
        var text = Gen.Char["abc"].Select(letter => letter.ToString()).List[0, 30];
        Gen.Select(text, text).Sample((old, changed) =>
        {
            var lines = LineDiff.Of(old, changed);
            return lines.Where(line => line.Sign != '+').Select(line => line.Text).SequenceEqual(old)
                && lines.Where(line => line.Sign != '-').Select(line => line.Text).SequenceEqual(changed)
                && lines.Count(line => line.Sign == ' ') == LongestCommon(old, changed);
        });
    }

    [Fact]
    public void Long_texts_with_nothing_in_common_take_no_time()
    {
        var old = Enumerable.Range(0, 100_000).Select(line => $"{line}").ToList();

        var lines = LineDiff.Of(old, [.. old.Select(line => $"{line}!")]);

        Assert.Equal(200_000, lines.Count);
    }

    private static int LongestCommon(List<string> old, List<string> changed)
    {
        var longest = new int[old.Count + 1, changed.Count + 1];
        for (var row = 1; row <= old.Count; row++)
        {
            for (var column = 1; column <= changed.Count; column++)
            {
                longest[row, column] = old[row - 1] == changed[column - 1]
                    ? longest[row - 1, column - 1] + 1
                    : Math.Max(longest[row - 1, column], longest[row, column - 1]);
            }
        }

        return longest[old.Count, changed.Count];
    }
}
