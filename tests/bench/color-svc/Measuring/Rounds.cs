using ColorDemo.ColorService.Bench.Contestants;

namespace ColorDemo.ColorService.Bench.Measuring;

/// <summary>Loads the contestants in turn, again and again: what disturbs the machine disturbs all of them.</summary>
internal sealed class Rounds(BenchSettings settings, Cores cores, Wrk wrk)
{
    public async Task<IReadOnlyList<Run>> RunAsync(IReadOnlyList<Contestant> field, CancellationToken stop)
    {
        List<Run> runs = [];
        for (var round = 1; round <= settings.Rounds; round++)
        {
            // Another one begins each time: nobody always follows the same neighbor.
            foreach (var contestant in field.Skip(round % field.Count).Concat(field.Take(round % field.Count)))
            {
                await foreach (var run in LoadAsync(contestant, round).WithCancellation(stop))
                {
                    runs.Add(run);
                }
            }
        }

        return runs;

        async IAsyncEnumerable<Run> LoadAsync(Contestant contestant, int round)
        {
            await using var server = ServerProcess.Start(contestant, cores);
            server.AwaitFirstAnswer(stop);
            await wrk.RunAsync(contestant.Port, settings.Connections[0], settings.WarmUpSeconds, stop);
            foreach (var connections in settings.Connections)
            {
                var run = await MeasureAsync(server, contestant, round, connections, stop);
                Progress.Say(
                    $"round {round} of {settings.Rounds}: {contestant.Name}, {connections} connections: "
                    + $"{run.Load.RequestsPerSecond:N0} requests/s{(run.IsValid ? "" : ", INVALID")}");
                yield return run;
            }
        }
    }

    private async Task<Run> MeasureAsync(
        ServerProcess server, Contestant contestant, int round, int connections, CancellationToken stop)
    {
        var processes = server.Processes;
        var before = processes.Cpu;
        var load = await wrk.RunAsync(contestant.Port, connections, settings.Seconds, stop);
        var cpu = (processes.Cpu - before).TotalMicroseconds / Math.Max(1, load.Requests);
        return new(contestant.Name, round, connections, load, cpu, processes.ResidentMebibytes);
    }
}
