using ColorDemo.ColorService.Bench.Measuring;

namespace ColorDemo.ColorService.Bench.Contestants;

/// <summary>All contestants that this machine can offer.</summary>
internal static class Field
{
    public static async Task<IReadOnlyList<Contestant>> GatherAsync(
        BenchSettings settings, WorkFolder work, TraceSink traces, Cores cores, CancellationToken stop)
    {
        var file = settings.ColorService?.FullName ?? await ColorServices.PublishAsync(work, stop);
        var off = ColorServices.Off(file);
        List<Contestant?> field =
        [
            ColorServices.EverythingOn(file, traces.Address),
            off,
            .. settings.Compared.Select(other =>
                ColorServices.EverythingOn(other.FullName, traces.Address, other.Name)),
        ];
        if (IsWanted(Contestant.Original))
        {
            field.Add(await OriginalService.BuildAsync(work, stop));
        }

        if (IsWanted(Contestant.Nginx) || IsWanted(Contestant.Haproxy))
        {
            var answer = await SampleAsync(off, cores, stop);
            field.Add(IsWanted(Contestant.Nginx) ? NginxServer.Configure(work, answer) : null);
            field.Add(IsWanted(Contestant.Haproxy) ? HaproxyServer.Configure(work, answer) : null);
        }

        return [.. field.OfType<Contestant>()];

        bool IsWanted(string peer) => settings.Peers?.Contains(peer) ?? true;
    }

    private static async Task<SampleAnswer> SampleAsync(Contestant colorService, Cores cores, CancellationToken stop)
    {
        await using var server = ServerProcess.Start(colorService, cores);
        server.AwaitFirstAnswer(stop);
        return await SampleAnswer.FetchAsync(colorService.Port, stop);
    }
}
