using System.Text.RegularExpressions;
using ColorDemo.Mesh.Istio;

namespace ColorDemo.Mesh.Tests;

public class Re2Tests
{
    [Theory]
    [InlineData("a|b", "b", "ab")]
    [InlineData(@"(?P<word>\w)+", "a_1", "é")]
    [InlineData(@"(?<word>\d)", "1", "٣")]
    [InlineData(@"\s", "\t", "\u00A0")]
    [InlineData(@"\s", " ", "\v")]
    [InlineData(@"[\d_]+", "1_", "٣")]
    [InlineData(@"[^\W]", "a", "é")]
    [InlineData(@"[\D]", "٣", "3")]
    [InlineData(@"\Qa.b\E+", "a.bb", "axb")]
    [InlineData(@"\Q(", "(", "")]
    [InlineData(@"\pN", "٣", "a")]
    [InlineData(@"\p{^Lu}", "a", "A")]
    [InlineData(@"\PL", "1", "a")]
    [InlineData("a$", "a", "a\n")]
    [InlineData(@"a\z", "a", "a\n")]
    [InlineData("(?m)a$\nb", "a\nb", "a")]
    [InlineData("(?i)color(?-i:X)", "COLORX", "colorx")]
    [InlineData("(?s).", "\n", "")]
    [InlineData(".", "a", "\n")]
    [InlineData("[]a]", "]", "b")]
    [InlineData("[a-z-[b]", "[", "]")]
    [InlineData("[a-z-[b]]", "b]", "b")]
    [InlineData("[[:alpha:]-]+", "a-", "1")]
    [InlineData("[[:^digit:]]", "a", "1")]
    [InlineData(@"\x41\x{42}\103\_", "ABC_", "abc_")]
    [InlineData(@"\x{1F600}", "😀", "")]
    [InlineData("a{,2}", "a{,2}", "aa")]
    [InlineData("a{2}?", "aa", "a")]
    [InlineData("a{1000}", null, "a")]
    [InlineData("}]", "}]", "}")]
    public void An_expression_means_what_it_means_to_RE2(string pattern, string? matching, string other)
    {
        var regex = Whole(pattern);

        Assert.True(matching is null || regex.IsMatch(matching));
        Assert.DoesNotMatch(regex, other);
    }

    [Theory]
    [InlineData("(?U)a+", "aa", "<>a")]
    [InlineData("(?U)a+?", "aa", "<>")]
    [InlineData("(?P<one>a)(b)", "ab", "<a>")]
    [InlineData("(b)?(?P<two>a)", "a", "<>")]
    public void Groups_are_counted_from_the_left_and_repetitions_take_what_they_take_in_RE2(
        string pattern, string text, string expected) =>
        Assert.Equal(expected, new Regex(Re2Syntax.Translate(pattern), RegexOptions.NonBacktracking).Replace(
            text, match => $"<{match.Groups[1].Value}>", 1));

    private static Regex Whole(string pattern) =>
        new($@"\A(?:{Re2Syntax.Translate(pattern)})\z", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
}
