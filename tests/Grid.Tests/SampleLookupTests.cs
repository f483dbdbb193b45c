using System.Net;
using System.Net.Sockets;
using ColorDemo.Grid.Inspection;
using ColorDemo.Grid.Wire;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Grid.Tests;

public sealed class SampleLookupTests
{
    private static readonly Sampling Asked = new("armadillo", "/random", 20) { Headers = [new("x-user", "a & b")] };

    [Fact]
    public async Task Details_come_from_the_host_by_number()
    {
        var details = CurlCommandTests.Details("http://localhost/random");

        var finding = await FindAsync(context =>
            context.Request.Query["header"] == "x-user: a & b" && context.Request.Query["number"] == "7"
                ? context.Response.WriteAsJsonAsync(details, WireJson.Default.SampleDetails)
                : throw new InvalidOperationException($"{context.Request.QueryString}"));

        Assert.Null(finding.Problem);
        Assert.Equal(details.Url, finding.Details!.Url);
        Assert.Equal(details.Sample, finding.Details.Sample);
    }

    [Theory]
    [InlineData(404, "", "The host remembers only the newest samples, and this one is too old. Choose a newer cell.")]
    [InlineData(400, "number: 'x' is no number.", "number: 'x' is no number.")]
    [InlineData(500, "", "The host answered 500. Choose the cell again.")]
    [InlineData(200, "<html>", "The host's answer cannot be read; load this page again.")]
    public async Task Without_details_a_sentence_says_why(int status, string body, string problem)
    {
        var finding = await FindAsync(context =>
        {
            (context.Response.StatusCode, context.Response.ContentType) = (status, "application/json");
            return context.Response.WriteAsync(body);
        });

        Assert.Equal(new Finding(null, problem), finding);
    }

    [Fact]
    public async Task A_host_that_is_gone_is_said_to_be()
    {
        using var nobody = new TcpListener(IPAddress.Loopback, 0);
        nobody.Start();
        var address = $"http://{nobody.LocalEndpoint}";
        nobody.Stop();

        var finding = await new SampleLookup(new() { BaseAddress = new(address) }).FindAsync(
            Asked, 7, TestContext.Current.CancellationToken);

        Assert.Equal("The host of this page does not answer. Choose the cell again when it does.", finding.Problem);
    }

    private static async Task<Finding> FindAsync(RequestDelegate answer)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var host = builder.Build();
        host.MapGet("/api/sample", answer);
        await host.StartAsync(TestContext.Current.CancellationToken);
        using var http = new HttpClient { BaseAddress = new(host.Urls.Single()) };
        return await new SampleLookup(http).FindAsync(Asked, 7, TestContext.Current.CancellationToken);
    }
}
