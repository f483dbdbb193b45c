namespace ColorDemo.ColorService.Tests.Traces;

/// <summary>What the headers of a caller say of the trace, in the forms of W3C and B3.</summary>
public sealed class CallerTests(TracedService service) : IClassFixture<TracedService>
{
    private const string Trace = "80f198ee56343ba864fe8b2a57d3eff7";
    private const string ShortTrace = "64fe8b2a57d3eff7";
    private const string Parent = "e457b5a2e4d86bd1";

    [Theory]
    [InlineData(Trace, $"traceparent: 00-{Trace}-{Parent}-01")]
    [InlineData(Trace, $"b3: {Trace}-{Parent}-1")]
    [InlineData(Trace, $"b3: {Trace}-{Parent}-1-05e3ac9a4f6e3b90")]
    [InlineData("0000000000000000" + ShortTrace, $"b3: {ShortTrace}-{Parent}-1")]
    [InlineData(Trace, $"X-B3-TraceId: {Trace}", $"X-B3-SpanId: {Parent}", "X-B3-Sampled: 1")]
    [InlineData(Trace, $"x-b3-traceid: {Trace}", $"x-b3-spanid: {Parent}", "x-b3-flags: 1")]
    [InlineData(
        Trace, $"traceparent: 00-{Trace}-{Parent}-01", "b3: 11111111111111111111111111111111-2222222222222222-1")]
    public async Task A_span_is_the_child_of_its_callers(string trace, params string[] headers)
    {
        var span = Assert.Single(await service.SpansAsync(headers));

        Assert.Equal(trace, span.TraceId);
        Assert.Equal(Parent, span.ParentId);
        Assert.NotEqual(Parent, span.SpanId);
    }

    [Theory]
    [InlineData($"traceparent: 00-{Trace}-{Parent}-00")]
    [InlineData($"b3: {Trace}-{Parent}-0")]
    [InlineData($"X-B3-TraceId: {Trace}", $"X-B3-SpanId: {Parent}", "X-B3-Sampled: 0")]
    public async Task What_the_caller_does_not_sample_has_no_span(params string[] headers) =>
        Assert.Empty(await service.SpansAsync(headers));

    [Theory]
    [InlineData("traceparent: 00-0-0-01")]
    [InlineData($"traceparent: 00-00000000000000000000000000000000-{Parent}-01")]
    [InlineData("b3: not-a-trace")]
    [InlineData("X-B3-TraceId: ")]
    [InlineData("X-Trace: 1")]
    public async Task A_request_without_a_trace_or_with_a_malformed_one_begins_its_own(string header)
    {
        var span = Assert.Single(await service.SpansAsync(header));

        Assert.Equal("", span.ParentId);
        Assert.Matches("^[0-9a-f]{32}$", span.TraceId);
    }
}
