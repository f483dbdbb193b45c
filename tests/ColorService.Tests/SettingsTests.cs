using System.Net;
using ColorDemo.ColorService.Colors;
using ColorDemo.ColorService.Faults;

namespace ColorDemo.ColorService.Tests;

public sealed class SettingsTests
{
    /// <summary>All that the service reads, each with a value that it does not accept.</summary>
    private static readonly Dictionary<string, string> Refused = new()
    {
        ["PORT"] = "65536",
        ["GRPC_PORT"] = "-1",
        ["ADMIN_PORT"] = "8802x",
        ["BIND_ADDRESS"] = "localhost",
        ["ADMIN_BIND"] = "*",
        ["MAX_CONNECTIONS"] = "0",
        ["ENABLE_DELAY"] = "yes",
        ["DELAY_DURATION_MILLISECOND"] = "60001",
        ["DELAY_JITTER_MILLISECOND"] = "1.5",
        ["ERROR_RATE"] = "1.01",
        ["ERROR_STATUS"] = "200",
        ["ALLOW_REQUEST_FAULTS"] = "please",
        ["MAX_RPS"] = "many",
        ["WARM_UP_SECONDS"] = "3601",
        ["DRAIN_SECONDS"] = "5s",
        ["ENABLE_CORS"] = "on",
        ["DISABLE_METRICS"] = "off",
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
        ["OTEL_SDK_DISABLED"] = "no",
        ["OTEL_TRACES_EXPORTER"] = "zipkin",
        ["OTEL_EXPORTER_OTLP_ENDPOINT"] = "jaeger:4317",
        ["OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"] = "/v1/traces",
        ["OTEL_EXPORTER_OTLP_PROTOCOL"] = "http/json",
        ["OTEL_EXPORTER_OTLP_TRACES_PROTOCOL"] = "http",
        ["OTEL_EXPORTER_OTLP_TIMEOUT"] = "10s",
        ["OTEL_EXPORTER_OTLP_TRACES_TIMEOUT"] = "0",
        ["OTEL_EXPORTER_OTLP_COMPRESSION"] = "zstd",
        ["OTEL_EXPORTER_OTLP_TRACES_COMPRESSION"] = "yes",
        ["OTEL_BSP_MAX_QUEUE_SIZE"] = "0",
        ["OTEL_BSP_MAX_EXPORT_BATCH_SIZE"] = "2049",
        ["OTEL_BSP_SCHEDULE_DELAY"] = "-1",
        ["OTEL_BSP_EXPORT_TIMEOUT"] = "1.5",
        ["OTEL_TRACES_SAMPLER"] = "sometimes",
        ["OTEL_TRACES_SAMPLER_ARG"] = "1.01",
        ["OTEL_PROPAGATORS"] = "b3,jaeger",
        ["OTEL_RESOURCE_ATTRIBUTES"] = "team",
    };

    /// <summary>These have no value that is not accepted, or one that is not shown.</summary>
    private static readonly string[] OthersRead =
    [
        "OTEL_SERVICE_NAME", "OTEL_EXPORTER_OTLP_HEADERS", "OTEL_EXPORTER_OTLP_TRACES_HEADERS",
        "OTEL_EXPORTER_OTLP_CERTIFICATE", "OTEL_EXPORTER_OTLP_CLIENT_CERTIFICATE", "OTEL_EXPORTER_OTLP_CLIENT_KEY",
    ];

    public static IEnumerable<string> Variables => [.. Refused.Keys, .. OthersRead];

    public static TheoryData<string, string> RefusedValues => [.. Refused.Select(pair => (pair.Key, pair.Value))];

    [Fact]
    public void An_empty_environment_gives_the_defaults()
    {
        var settings = Settings.Read(_ => null);

        Assert.Equal(new Ports(null, 8800, 8801, IPAddress.Loopback, 8802), settings.Ports);
        Assert.Equal(10_000, settings.MostConnections);
        Assert.Equal(Family.All, settings.Families);
        Assert.True(settings.Faults.IsHarmless);
        Assert.Equal(503, settings.Faults.General.ErrorStatus);
        Assert.False(settings.AllowsRequestFaults);
        Assert.Equal(0, settings.MostPerSecond);
        Assert.True(settings.ServesMetrics);
        Assert.Equal(TimeSpan.Zero, settings.WarmUpTime);
        Assert.Equal(TimeSpan.FromSeconds(5), settings.DrainTime);
        Assert.False(settings.AllowsCors);
        Assert.True(settings.LogsRequests);
        Assert.Equal(new Identity("v1", null, Dns.GetHostName(), null, null), settings.Identity);
        Assert.Null(settings.Traces);
    }

    [Fact]
    public void An_empty_value_means_the_default() =>
        Assert.Equivalent(Settings.Read(_ => null), Settings.Read(_ => ""));

    [Fact]
    public void Every_variable_is_read()
    {
        var settings = Read(
            ("PORT", "0"), ("GRPC_PORT", "1"), ("ADMIN_PORT", "2"), ("BIND_ADDRESS", "::1"), ("ADMIN_BIND", "0.0.0.0"),
            ("ENABLE_DELAY", "t"), ("DELAY_DURATION_MILLISECOND", "60000"), ("DELAY_JITTER_MILLISECOND", "10"),
            ("ERROR_RATE", "0.25"), ("ERROR_STATUS", "418"), ("ALLOW_REQUEST_FAULTS", "true"), ("MAX_RPS", "7"),
            ("MAX_CONNECTIONS", "8"), ("WARM_UP_SECONDS", "9"), ("DRAIN_SECONDS", "0"), ("DISABLE_METRICS", "t"),
            ("ENABLE_CORS", "1"), ("DISABLE_LOGGING", "True"), ("DISABLE_RED", "1"), ("DISABLE_BLUE", "TRUE"),
            ("VERSION", "v2"), ("CLUSTER_NAME", "bison"), ("POD_NAME", "p"), ("POD_NAMESPACE", "color"),
            ("NODE_NAME", "n"));

        Assert.Equal(new Ports(IPAddress.IPv6Loopback, 0, 1, IPAddress.Any, 2), settings.Ports);
        Assert.Equal(
            new Fault
            {
                ErrorRate = 0.25,
                ErrorStatus = 418,
                Delay = TimeSpan.FromMinutes(1),
                Jitter = TimeSpan.FromMilliseconds(10),
            },
            settings.Faults.General);
        Assert.True(settings.AllowsRequestFaults);
        Assert.Equal(7, settings.MostPerSecond);
        Assert.Equal(8, settings.MostConnections);
        Assert.Equal(TimeSpan.FromSeconds(9), settings.WarmUpTime);
        Assert.Equal(TimeSpan.Zero, settings.DrainTime);
        Assert.False(settings.ServesMetrics);
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
    public void A_duration_and_a_jitter_alone_delay_nothing() => Assert.True(
        Read(("DELAY_DURATION_MILLISECOND", "5000"), ("DELAY_JITTER_MILLISECOND", "5")).Faults.IsHarmless);

    [Fact]
    public void Two_ports_cannot_be_the_same()
    {
        var problem = Assert.Throws<StartException>(() => Read(("GRPC_PORT", "8802")));

        Assert.EndsWith(
            "\n  GRPC_PORT and ADMIN_PORT are both 8802; each needs a port of its own",
            problem.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_delay_lasts_one_second_unless_told_otherwise() =>
        Assert.Equal(TimeSpan.FromSeconds(1), Read(("ENABLE_DELAY", "true")).Faults.General.Delay);

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
