using System.Globalization;

namespace ColorDemo.ColorService.Bench.Measuring;

/// <summary>A process and its descendants, seen through Linux's <c>/proc</c>.</summary>
internal sealed class ProcessTree
{
    /// <summary>USER_HZ: 100 on every machine that .NET runs on.</summary>
    private const double TicksPerSecond = 100;

    private readonly List<int> _ids = [];

    private ProcessTree(int root) => Add(root);

    public static ProcessTree Of(int root) => new(root);

    /// <summary>Time on a core so far, in user and kernel mode together.</summary>
    public TimeSpan Cpu => TimeSpan.FromSeconds(_ids.Sum(Ticks) / TicksPerSecond);

    public double ResidentMebibytes => _ids.Sum(ResidentKibibytes) / 1024.0;

    private void Add(int id)
    {
        _ids.Add(id);
        foreach (var thread in Directory.GetDirectories($"/proc/{id}/task"))
        {
            var children = File.ReadAllText($"{thread}/children");
            foreach (var child in children.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                Add(Number(child));
            }
        }
    }

    private static int Ticks(int id)
    {
        const int UserTime = 11; // of the fields behind the name, which stands in brackets; the next is kernel time

        var stat = File.ReadAllText($"/proc/{id}/stat");
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        return Number(fields[UserTime]) + Number(fields[UserTime + 1]);
    }

    private static int ResidentKibibytes(int id)
    {
        const string Field = "VmRSS:";

        var line = File.ReadLines($"/proc/{id}/status").First(one => one.StartsWith(Field, StringComparison.Ordinal));
        return Number(line[Field.Length..].Replace("kB", "", StringComparison.Ordinal).Trim());
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
