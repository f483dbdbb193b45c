using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ColorDemo.Mesh.Api;

/// <summary>Answers with what a pod's container printed, and goes on until it ends if that is wanted.</summary>
internal static class PodLogAnswer
{
    private static readonly TimeSpan SlowestRead = TimeSpan.FromSeconds(30);

    public static async Task AnswerAsync(ApiCall call)
    {
        var options = LogOptions.Of(call.Query);
        var log = Find(call, options);
        call.Http.Response.ContentType = "text/plain; charset=utf-8";
        await call.Http.Response.StartAsync(call.Aborted);
        var stopping = call.Http.RequestServices?.GetService<IHostApplicationLifetime>()?.ApplicationStopping;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(call.Aborted, stopping ?? default);
        try
        {
            await WriteAsync(call.Http.Response, log, options, stop.Token);
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            // the client has gone, or the server is about to
        }
        catch (TimeoutException)
        {
            call.Http.Abort();
        }
    }

    private static async Task WriteAsync(
        HttpResponse response, PodLog log, LogOptions options, CancellationToken stop)
    {
        var (known, left) = (0L, options.MostBytes ?? long.MaxValue);
        while (left > 0)
        {
            var isLast = log.IsComplete || !options.IsFollow; // asked first: the lines before the end must not be lost
            var lines = log.After(known);
            foreach (var line in known == 0 ? options.Wanted(lines) : lines)
            {
                var bytes = Encoding.UTF8.GetBytes(options.Text(line));
                var length = (int)Math.Min(left, bytes.Length);
                left -= length;
                await response.Body.WriteAsync(bytes.AsMemory(0, length), stop).AsTask().WaitAsync(SlowestRead, stop);
                if (left == 0)
                {
                    break;
                }
            }

            known = lines is [.., var newest] ? newest.Number : known;
            await response.Body.FlushAsync(stop).WaitAsync(SlowestRead, stop);
            if (isLast || left == 0)
            {
                return;
            }

            await log.GrownAfter(known).WaitAsync(stop);
        }
    }

    private static PodLog Find(ApiCall call, LogOptions options)
    {
        var name = call.Path.Name;
        var pod = call.State.Find(call.Path.Key) ?? throw call.NotFound();
        var containers = pod.Json.ListAt("spec.containers").Select(one => one.TextAt("name")).OfType<string>().ToList();
        var container = call.Query.Text("container");
        if (container.Length == 0 && containers.Count > 1)
        {
            throw ApiException.BadRequest(
                $"pod {name} has several containers, name one of them: {string.Join(", ", containers)}");
        }

        if (container.Length > 0 && !containers.Contains(container))
        {
            throw ApiException.BadRequest($"container {container} is not valid for pod {name}");
        }

        var asked = container.Length > 0 ? container : containers.FirstOrDefault();
        var logs = call.Api.Logs.Of(call.Path.Namespace, name) ?? throw ApiException.BadRequest(
            $"container \"{asked}\" in pod \"{name}\" is waiting to start: ContainerCreating");
        return options.IsPrevious
            ? logs.Previous ?? throw ApiException.BadRequest(
                $"previous terminated container \"{asked}\" in pod \"{name}\" not found")
            : logs.Current;
    }
}
