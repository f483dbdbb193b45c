using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Tests;

/// <summary>A pod that does as it is told, and counts.</summary>
/// <param name="answer">Gets the number of the request, from 1.</param>
internal sealed class TestPod(Func<HttpContext, int, Task> answer)
{
    private int _requests;

    public int Requests => _requests;

    public string? LastHost { get; private set; }

    /// <summary>Method, path, and body of each request that it got whole.</summary>
    public ConcurrentQueue<string> Seen { get; } = [];

    public async Task AnswerAsync(HttpContext context)
    {
        var number = Interlocked.Increment(ref _requests);
        var body = await new StreamReader(context.Request.Body).ReadToEndAsync(context.RequestAborted);
        LastHost = context.Request.Host.Value;
        Seen.Enqueue($"{context.Request.Method} {context.Request.Path} {body}".TrimEnd());
        await answer(context, number);
    }

    /// <summary>Waits until it has got that many requests, and fails if that takes long or there are more.</summary>
    public async Task HasAsync(int requests)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (Seen.Count < requests)
        {
            await Task.Delay(5, patience.Token);
        }

        Assert.Equal(requests, Seen.Count);
    }

    /// <summary>The first requests fail, the others get 200.</summary>
    public static Func<HttpContext, int, Task> Failing(int times, Action<HttpContext> how) => (context, number) =>
    {
        if (number <= times)
        {
            how(context);
            return Task.CompletedTask;
        }

        return context.Response.WriteAsync($"answer {number}");
    };

    /// <summary>Answers nothing until the client goes away.</summary>
    public static Task HangAsync(HttpContext context, int number)
    {
        var gone = new TaskCompletionSource();
        context.RequestAborted.Register(gone.SetResult);
        return gone.Task;
    }
}
