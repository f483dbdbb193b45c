using System.Text.Encodings.Web;
using System.Text.Json;

namespace ColorDemo.ColorService.Bench.Report;

/// <summary>The result for programs: every single run, and what it came to.</summary>
internal static class JsonReport
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static void Write(Results results)
    {
        var document = new
        {
            results.Settings.Rounds,
            results.Settings.Seconds,
            results.Cores,
            results.TraceBatches,
            Contestants = results.Field.Select(one => new
            {
                one.Name,
                StartMilliseconds = results.StartMilliseconds(one.Name),
                ProgramMebibytes = results.ProgramMebibytes(one.Name),
                Medians = results.Settings.Connections.Select(connections => new
                {
                    Connections = connections,
                    RequestsPerSecond = results.MedianOf(one.Name, connections, run => run.Load.RequestsPerSecond),
                    P50Microseconds = results.MedianOf(one.Name, connections, run => run.Load.P50),
                    P99Microseconds = results.MedianOf(one.Name, connections, run => run.Load.P99),
                    CpuMicroseconds = results.MedianOf(one.Name, connections, run => run.CpuMicroseconds),
                    CoreShare = results.MedianOf(one.Name, connections, run => run.CoreShare),
                    ResidentMebibytes = results.MedianOf(one.Name, connections, run => run.ResidentMebibytes),
                }),
            }),
            Goals = Budget.Judge(results),
            results.Runs,
        };
        Console.WriteLine(JsonSerializer.Serialize(document, Format));
    }
}
