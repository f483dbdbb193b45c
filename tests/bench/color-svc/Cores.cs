using System.Globalization;

namespace ColorDemo.ColorService.Bench;

/// <summary>One core for the server, another one for the load and this program.</summary>
internal sealed class Cores
{
    private readonly string? _taskset = Tools.Find("taskset");
    private readonly int[] _allowed = Allowed();

    public bool ArePinned => _taskset is not null && _allowed.Length > 1;

    public string Description => (_taskset, _allowed) switch
    {
        (null, _) => "nothing pinned: taskset is not on PATH (Debian package util-linux)",
        (_, { Length: < 2 }) => "nothing pinned: there is one core only, which server and load share",
        var (_, cores) => $"server on core {cores[0]}, load on core {cores[1]}",
    };

    public (string File, IEnumerable<string> Arguments) ForServer(string file, IEnumerable<string> arguments) =>
        Pin(0, file, arguments);

    public (string File, IEnumerable<string> Arguments) ForLoad(string file, IEnumerable<string> arguments) =>
        Pin(1, file, arguments);

    /// <summary>Keeps this process, all its threads, off the server's core.</summary>
    public async Task PinThisProcessAsync(CancellationToken stop)
    {
        if (ArePinned)
        {
            await Tools.RunAsync(
                _taskset!, ["--all-tasks", "--pid", "--cpu-list", $"{_allowed[1]}", $"{Environment.ProcessId}"], stop);
        }
    }

    private (string File, IEnumerable<string> Arguments) Pin(int core, string file, IEnumerable<string> arguments) =>
        ArePinned
            ? (_taskset!, ["--cpu-list", $"{_allowed[core]}", file, .. arguments])
            : (file, arguments);

    /// <summary>Reads a list such as <c>0-3,8</c>.</summary>
    private static int[] Allowed()
    {
        const string Field = "Cpus_allowed_list:";
        var list = File.ReadLines("/proc/self/status").First(line => line.StartsWith(Field, StringComparison.Ordinal));
        return [.. list[Field.Length..].Split(',').SelectMany(range =>
        {
            var ends = range.Split('-').Select(end => int.Parse(end, CultureInfo.InvariantCulture)).ToArray();
            return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1);
        })];
    }
}
