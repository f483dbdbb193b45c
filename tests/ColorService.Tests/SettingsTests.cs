using System.Net;
using ColorDemo.ColorService.Colors;

namespace ColorDemo.ColorService.Tests;

public sealed class SettingsTests
{
    /// <summary>All that the service reads, each with a value that it does not accept.</summary>
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["PORT"] = "65536",
        ["BIND_ADDRESS"] = "localhost",
        ["ENABLE_DELAY"] = "yes",
        ["DELAY_DURATION_MILLISECOND"] = "60001",
        ["ENABLE_CORS"] = "on",
        ["DISABLE_LOGGING"] = "2",
        ["DISABLE_RED"] = "maybe",
        ["DISABLE_GREEN"] = " true",
        ["DISABLE_BLUE"] = "truee",
        ["DISABLE_YELLOW"] = "-1",
        ["VERSION"] = "v 1",
        ["CLUSTER_NAME"] = "bär",
        ["POD_NAME"] = "pod\r\nset-cookie: a=b",
        ["POD_NAMESPACE"] = new string('n', 254),
        ["NODE_NAME"] = "\t",
    };

    public static IEnumerable<string> Variables => Refused.Keys;

    public static TheoryData<string, string> RefusedValues => [.. Refused.Select(pair => (pair.Key, pair.Value))];

    [Fact]
    public void An_empty_environment_gives_the_defaults()
    {
        var settings = Settings.Read(_ => null);

        Assert.Equal(8800, settings.Port);
        Assert.Null(settings.BindAddress);
        Assert.Equal(Family.All, settings.Families);
        Assert.Equal(TimeSpan.Zero, settings.Delay);
        Assert.False(settings.AllowsCors);
        Assert.True(settings.LogsRequests);
        Assert.Equal(new Identity("v1", null, Dns.GetHostName(), null, null), settings.Identity);
    }

    [Fact]
    public void An_empty_value_means_the_default() =>
        Assert.Equivalent(Settings.Read(_ => null), Settings.Read(_ => ""));

    [Fact]
    public void Every_variable_is_read()
    {
        var settings = Read(
            ("PORT", "0"), ("BIND_ADDRESS", "::1"), ("ENABLE_DELAY", "t"), ("DELAY_DURATION_MILLISECOND", "60000"),
            ("ENABLE_CORS", "1"), ("DISABLE_LOGGING", "True"), ("DISABLE_RED", "1"), ("DISABLE_BLUE", "TRUE"),
            ("VERSION", "v2"), ("CLUSTER_NAME", "bison"), ("POD_NAME", "p"), ("POD_NAMESPACE", "color"),
            ("NODE_NAME", "n"));

        Assert.Equal(0, settings.Port);
        Assert.Equal(IPAddress.IPv6Loopback, settings.BindAddress);
        Assert.Equal(TimeSpan.FromMinutes(1), settings.Delay);
        Assert.True(settings.AllowsCors);
        Assert.False(settings.LogsRequests);
        Assert.Equal([Family.Green, Family.Yellow], settings.Families);
        Assert.Equal(new Identity("v2", "bison", "p", "color", "n"), settings.Identity);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("t", true)]
    [InlineData("T", true)]
    [InlineData("tRuE", true)]
    [InlineData("0", false)]
    [InlineData("f", false)]
    [InlineData("F", false)]
    [InlineData("FALSE", false)]
    public void A_switch_is_spelled_as_in_Go_in_any_letter_case(string value, bool expected) =>
        Assert.Equal(expected, Read(("ENABLE_CORS", value)).AllowsCors);

    [Fact]
    public void A_duration_alone_delays_nothing() =>
        Assert.Equal(TimeSpan.Zero, Read(("DELAY_DURATION_MILLISECOND", "5000")).Delay);

    [Fact]
    public void A_delay_lasts_one_second_unless_told_otherwise() =>
        Assert.Equal(TimeSpan.FromSeconds(1), Read(("ENABLE_DELAY", "true")).Delay);

    [Theory, MemberData(nameof(RefusedValues))]
    public void A_value_that_is_not_accepted_is_named_with_its_variable(string name, string value)
    {
        var problem = Assert.Throws<StartException>(() => Read((name, value)));

        Assert.Contains($"{name}: '{value}' is not accepted, only ", problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_values_that_are_not_accepted_are_named_at_once()
    {
        var problem = Assert.Throws<StartException>(() => Settings.Read(Refused.GetValueOrDefault));

        Assert.All(Refused.Keys, name => Assert.Contains($"\n  {name}: ", problem.Message, StringComparison.Ordinal));
    }

    private static Settings Read(params (string Name, string Value)[] environment) =>
        Settings.Read(environment.ToDictionary(pair => pair.Name, pair => pair.Value).GetValueOrDefault);
}
