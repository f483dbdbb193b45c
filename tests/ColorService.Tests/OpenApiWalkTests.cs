using System.Text.Json.Nodes;

namespace ColorDemo.ColorService.Tests;

/// <summary>The document against the live service: what it says comes true.</summary>
[Collection<OpenApiService>]
public sealed class OpenApiWalkTests(OpenApiService service)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    /// <summary>All but those that would change what the others are answered.</summary>
    private IEnumerable<OpenApiCall> Calls => OpenApiCall.All(service.Document).Where(call => call.Body is null);

    [Fact]
    public async Task Every_request_made_of_examples_is_answered_as_documented()
    {
        Assert.NotEmpty(Calls);
        await Assert.AllAsync(Calls, async call =>
        {
            using var request = call.Request();
            using var answer = await service.Servers[call.Server].SendAsync(request, Cancelled);

            var examples = await OpenApiAnswer.CheckAsync(call.Operation, "200", answer);
            if (request.Method == HttpMethod.Get && examples.TryGetValue(call.ExampleName ?? "", out var expected))
            {
                Assert.Equal(expected, await answer.Content.ReadAsStringAsync(Cancelled));
            }
        });
    }

    [Fact]
    public async Task Faults_of_every_example_hold_until_they_are_deleted()
    {
        await using var process = await ServiceProcess.StartAsync(OpenApiService.Identity);
        var faults = OpenApiCall.All(service.Document).Where(call => call.Template == "/faults").ToArray();
        var none = await process.Admin.GetStringAsync("/faults", Cancelled);
        await Assert.AllAsync(faults.Where(call => call.Method == HttpMethod.Put), async put =>
        {
            Assert.Equal(put.Body is JsonObject { Count: 0 }, await AnswerAsync(put) == none);
            foreach (var call in faults.Where(call => call.Method == HttpMethod.Delete))
            {
                Assert.Equal(none, await AnswerAsync(call));
            }
        });

        async Task<string> AnswerAsync(OpenApiCall call)
        {
            using var request = call.Request();
            using var answer = await process.Admin.SendAsync(request, Cancelled);
            await OpenApiAnswer.CheckAsync(call.Operation, "200", answer);
            return await answer.Content.ReadAsStringAsync(Cancelled);
        }
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

            await OpenApiAnswer.CheckAsync(item.call.Operation, "200", answer);
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

            var examples = await OpenApiAnswer.CheckAsync(item.call.Operation, "405", answer);
            Assert.Equal(
                service.Document.Paths[item.call.Template].Operations!.Keys.Select(method => method.Method).Order(),
                answer.Content.Headers.Allow.Order());
            Assert.Contains(await answer.Content.ReadAsStringAsync(Cancelled), examples.Values);
        });
}
