namespace ColorDemo.ColorService.Tests.Traces;

public sealed class SamplingTests
{
    private const string Sampled = "00-80f198ee56343ba864fe8b2a57d3eff7-e457b5a2e4d86bd1-01";

    /// <summary>An id so high that no ratio below 1 takes it.</summary>
    private const string NotSampled = "00-7ffffffffffffffe7ffffffffffffffe-e457b5a2e4d86bd1-00";

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("parentbased_always_on", true, true, false)]
    [InlineData("parentbased_always_off", false, true, false)]
    [InlineData("Always_On", true, true, true)]
    [InlineData("always_off", false, false, false)]
    public async Task A_sampler_does_as_it_is_named(string sampler, bool root, bool sampled, bool notSampled)
    {
        await using var collector = await Collector.StartAsync();
        await using var service = await collector.TracedAsync(("OTEL_TRACES_SAMPLER", sampler));

        await service.Client.GetAsync("/root", Cancelled);
        await AskAsync(service, "/sampled", Sampled);
        await AskAsync(service, "/not-sampled", NotSampled);

        var paths = (await collector.AllAsync(service)).Select(span => span.Attributes["url.path"]).ToArray();
        Assert.Equal(root, paths.Contains("/root"));
        Assert.Equal(sampled, paths.Contains("/sampled"));
        Assert.Equal(notSampled, paths.Contains("/not-sampled"));
    }

    [Theory]
    [InlineData("parentbased_traceidratio")]
    [InlineData("traceidratio")]
    public async Task A_ratio_is_the_share_of_traces_that_begin_here(string sampler)
    {
        const int Requests = 2000;
        const double Ratio = 0.25;
        await using var collector = await Collector.StartAsync();
        await using var service = await collector.TracedAsync(
            ("OTEL_TRACES_SAMPLER", sampler), ("OTEL_TRACES_SAMPLER_ARG", $"{Ratio}"), ("DISABLE_LOGGING", "true"));

        for (var i = 0; i < Requests; i++)
        {
            await service.Client.GetAsync("/blue", Cancelled);
        }

        await AskAsync(service, "/not-sampled", NotSampled);
        var spans = await collector.AllAsync(service);
        var spread = 5 * Math.Sqrt(Requests * Ratio * (1 - Ratio)); // left once in 1.7 million runs
        Assert.InRange(spans.Count, (Requests * Ratio) - spread, (Requests * Ratio) + spread);
        Assert.Equal(spans.Count, spans.Select(span => span.TraceId).Distinct().Count());
        Assert.DoesNotContain(spans, span => span.Attributes["url.path"] is "/not-sampled");
    }

    private static async Task AskAsync(ServiceProcess service, string path, string traceparent)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Add("traceparent", traceparent);
        await service.Client.SendAsync(request, Cancelled);
    }
}
