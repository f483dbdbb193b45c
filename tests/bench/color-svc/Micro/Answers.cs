using BenchmarkDotNet.Attributes;
using ColorDemo.ColorService.Http;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.ColorService.Bench.Micro;

/// <summary>Choosing a format and writing the bytes, without the server around it.</summary>
[MemoryDiagnoser]
public class Answers
{
    private readonly Answer _answer = Answer.Color(
        "RoyalBlue", "#4169e1", "blue", new Identity("v1", "armadillo", "color-svc-v1-0", null, null));

    private readonly HttpContext _plain = Asks("", "");
    private readonly HttpContext _curl = Asks("", "*/*");
    private readonly HttpContext _query = Asks("?fmt=json", "");
    private readonly HttpContext _accept = Asks("", "application/json");

    [Benchmark]
    public Task Text() => _answer.SendAsync(_plain);

    [Benchmark]
    public Task TextAsCurlAsks() => _answer.SendAsync(_curl);

    [Benchmark]
    public Task JsonByQuery() => _answer.SendAsync(_query);

    [Benchmark]
    public Task JsonByAcceptHeader() => _answer.SendAsync(_accept);

    private static DefaultHttpContext Asks(string query, string accept)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query);
        if (accept is not "")
        {
            context.Request.Headers.Accept = accept;
        }

        context.Response.Body = Stream.Null;
        return context;
    }
}
