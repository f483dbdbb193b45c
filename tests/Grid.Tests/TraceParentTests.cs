using ColorDemo.Grid.Asking;

namespace ColorDemo.Grid.Tests;

public sealed class TraceParentTests
{
    [Fact]
    public void A_request_s_trace_is_sampled_and_has_ids_of_the_right_length()
    {
        var id = new TraceParent(isWanted: true, TimeProvider.System).NextId()!;

        Assert.Matches("^00-[0-9a-f]{32}-[0-9a-f]{16}-01$", TraceParent.Of(id));
        Assert.Contains(id, TraceParent.Of(id), StringComparison.Ordinal);
    }

    [Fact]
    public void Not_every_one_of_many_requests_bears_a_trace_and_none_where_nobody_can_look_at_it()
    {
        var trace = new TraceParent(isWanted: true, TimeProvider.System);

        Assert.NotNull(trace.NextId());
        Assert.Null(trace.NextId());
        Assert.Null(new TraceParent(isWanted: false, TimeProvider.System).NextId());
    }

    [Theory]
    [InlineData("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
        "0af7651916cd43dd8448eb211c80319c")]
    [InlineData("X-B3-TraceId", "80f198ee56343ba864fe8b2a57d3eff7", "80f198ee56343ba864fe8b2a57d3eff7")]
    [InlineData("traceparent", "00", null)]
    [InlineData("x-request-id", "80f198ee56343ba864fe8b2a57d3eff7", null)]
    public void Headers_tell_the_trace_that_they_belong_to(string name, string value, string? id) =>
        Assert.Equal(id, TraceParent.IdIn([new("date", "today"), new(name, value)]));
}
