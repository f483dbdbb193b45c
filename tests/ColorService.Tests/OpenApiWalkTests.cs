using System.Net;

namespace ColorDemo.ColorService.Tests;

/// <summary>The document against the live service: what it says comes true.</summary>
[Collection<OpenApiService>]
public sealed class OpenApiWalkTests(OpenApiService service)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    private IEnumerable<OpenApiCall> Calls =>
        OpenApiCall.All(service.Document).Where(call => service.Servers.ContainsKey(call.Server));

    [Fact]
    public async Task Every_request_made_of_examples_is_answered_as_documented()
    {
        Assert.NotEmpty(Calls);
        await Assert.AllAsync(Calls, async call =>
        {
            using var request = call.Request();
            using var answer = await service.Servers[call.Server].SendAsync(request, Cancelled);

            var examples = await OpenApiAnswer.CheckAsync(call.Operation, HttpStatusCode.OK, answer);
            if (request.Method == HttpMethod.Get && examples.TryGetValue(call.ExampleName ?? "", out var expected))
            {
                Assert.Equal(expected, await answer.Content.ReadAsStringAsync(Cancelled));
            }
        });
    }

    [Fact]
    public Task Every_format_can_be_asked_for_by_the_Accept_header() => Assert.AllAsync(
        from call in Calls
        from type in call.Operation.Responses!["200"].Content!.Keys
        where call.Choice.All(choice => choice.Parameter.Required)
        select (call, type),
        async item =>
        {
            using var request = item.call.Request();
            request.Headers.Add("Accept", item.type);
            using var answer = await service.Servers[item.call.Server].SendAsync(request, Cancelled);

            await OpenApiAnswer.CheckAsync(item.call.Operation, HttpStatusCode.OK, answer);
            Assert.Equal(item.type, answer.Content.Headers.ContentType?.MediaType);
        });

    [Fact]
    public Task Every_method_that_is_not_documented_is_refused_as_documented() => Assert.AllAsync(
        from call in Calls.Where(call => call.Method == HttpMethod.Get)
        from method in new[] { "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "BREW" }
        where !service.Document.Paths[call.Template].Operations!.ContainsKey(new(method))
        select (call, method),
        async item =>
        {
            using var request = item.call.Request();
            request.Method = new(item.method);
            using var answer = await service.Servers[item.call.Server].SendAsync(request, Cancelled);

            var examples = await OpenApiAnswer.CheckAsync(
                item.call.Operation, HttpStatusCode.MethodNotAllowed, answer);
            Assert.Contains(await answer.Content.ReadAsStringAsync(Cancelled), examples.Values);
        });
}
