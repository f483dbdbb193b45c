using ColorDemo.ColorService.Colors;

namespace ColorDemo.ColorService.Tests;

public sealed class PaletteTests
{
    private static readonly Palette Everything = new(Family.All);

    [Theory]
    [InlineData("red", 4)]
    [InlineData("green", 20)]
    [InlineData("blue", 31)]
    [InlineData("yellow", 6)]
    public void A_family_has_its_number_of_colors(string family, int count) =>
        Assert.Equal(count, new Palette([Family.Find(family)!]).Colors.Count);

    [Fact]
    public void There_are_61_colors_and_no_name_twice()
    {
        Assert.Equal(61, Everything.Colors.Count);
        Assert.Equal(61, Everything.Colors.Select(color => color.Name.ToUpperInvariant()).Distinct().Count());
    }

    [Fact]
    public void Every_hex_code_is_a_number_sign_and_six_lower_case_digits() =>
        Assert.All(Everything.Colors, color => Assert.Matches("^#[0-9a-f]{6}$", color.HexCode));

    [Theory]
    [InlineData("LightGreen", "#90ee90")] // was #80EE90
    [InlineData("Navy", "#000080")] // was #0000880
    [InlineData("Green", "#008000")]
    [InlineData("Aqua", "#00ffff")]
    [InlineData("Cyan", "#00ffff")]
    public void A_color_has_the_value_of_CSS(string name, string hexCode) =>
        Assert.Equal(hexCode, Everything.Find(name)?.HexCode);

    [Theory]
    [InlineData("Charteuse", "Chartreuse")]
    [InlineData("DarkOlvieGreen", "DarkOliveGreen")]
    [InlineData("Aliceblue", "AliceBlue")]
    [InlineData("DarkSkyBlue", "DeepSkyBlue")]
    [InlineData("dARKskyBLUE", "DeepSkyBlue")]
    public void A_former_name_finds_the_color_under_its_own_name(string former, string current) =>
        Assert.Equal(current, Everything.Find(former)?.Name);

    [Fact]
    public void Every_color_is_found_by_its_name_in_any_letter_case() =>
        Assert.All(Everything.Colors, color =>
        {
            Assert.Same(color, Everything.Find(color.Name.ToLowerInvariant()));
            Assert.Same(color, Everything.Find(color.Name.ToUpperInvariant()));
        });

    [Fact]
    public void A_disabled_family_is_neither_drawn_nor_found()
    {
        var palette = new Palette([Family.Red, Family.Yellow]);

        Assert.Null(palette.Draw(Family.Green));
        Assert.Null(palette.Find("Green"));
        Assert.Null(palette.Find("Charteuse"));
        Assert.Equal(10, palette.Colors.Count);
        Assert.DoesNotContain(palette.Colors, color => color.Family == Family.Green || color.Family == Family.Blue);
    }

    [Fact]
    public void A_palette_without_families_draws_nothing() => Assert.Null(new Palette([]).Draw());

    [Fact]
    public void The_draw_is_uniform_over_all_colors() =>
        Uniformity.Check(Everything.Colors, Enumerable.Range(0, 122_000).Select(_ => Everything.Draw()!));

    [Theory]
    [InlineData("red")]
    [InlineData("green")]
    [InlineData("blue")]
    [InlineData("yellow")]
    public void The_draw_is_uniform_within_a_family(string name)
    {
        var family = Family.Find(name)!;
        Uniformity.Check(
            [.. Everything.Colors.Where(color => color.Family == family)],
            Enumerable.Range(0, 62_000).Select(_ => Everything.Draw(family)!));
    }
}
