namespace ColorDemo.ColorService.Bench.Measuring;

/// <summary>The load generator.</summary>
internal sealed class Wrk(Cores cores, WorkFolder work)
{
    // A function for each answer would cost more than the answer: only the end of the load is scripted.
    private const string Script = """
        done = function(summary, latency)
          local e = summary.errors
          print(string.format(
            '{"Requests":%d,"Microseconds":%d,"P50":%d,"P99":%d,"Refused":%d,"Broken":%d}',
            summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
            e.status, e.connect + e.read + e.write + e.timeout))
        end
        """;

    private readonly string _program = Tools.Require("wrk", "wrk");
    private readonly string _script = work.Write("wrk.lua", Script);

    public async Task<Load> RunAsync(int port, int connections, int seconds, CancellationToken stop)
    {
        var (file, arguments) = cores.ForLoad(_program,
        [
            "--threads", "1", "--connections", $"{connections}", "--duration", $"{seconds}s", "--timeout", "5s",
            "--script", _script, $"http://127.0.0.1:{port}/random?fmt=json",
        ]);
        return Load.Parse(await Tools.RunAsync(file, arguments, stop));
    }
}
