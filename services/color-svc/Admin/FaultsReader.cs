using System.Text.Json;
using ColorDemo.ColorService.Colors;
using ColorDemo.ColorService.Faults;

namespace ColorDemo.ColorService.Admin;

/// <summary>Reads the faults of a request and collects every problem, so that one answer can name them all.</summary>
internal sealed class FaultsReader
{
    private const double LongestSeconds = 86_400;

    private static readonly string[] FaultMembers =
        ["errorRate", "errorStatus", "delayMilliseconds", "jitterMilliseconds"];

    private static readonly string[] PlanMembers = [.. FaultMembers, "unready", "families", "forSeconds"];

    private readonly List<string> _problems = [];

    /// <returns>The faults, and how long they hold; null means until changed.</returns>
    /// <exception cref="FaultsException">Some members are not accepted; the message names all of them.</exception>
    public static (FaultPlan Plan, TimeSpan? Duration) Read(JsonElement body)
    {
        var reader = new FaultsReader();
        var read = reader.Plan(body);
        return reader._problems.Count == 0 ? read : throw new FaultsException(string.Join("; ", reader._problems));
    }

    private (FaultPlan Plan, TimeSpan? Duration) Plan(JsonElement body)
    {
        if (!IsObjectOf(body, "", PlanMembers))
        {
            return (new(), null);
        }

        var plan = new FaultPlan
        {
            General = ReadFault(body, ""),
            Families = Families(body),
            IsUnready = Flag(body, "unready"),
        };
        var seconds = Number(body, "", "forSeconds", 0.1, LongestSeconds);
        return (plan, seconds is null ? null : TimeSpan.FromSeconds(seconds.Value));
    }

    private Fault ReadFault(JsonElement body, string path)
    {
        const int Longest = Fault.LongestMilliseconds;
        var status = Number(body, path, "errorStatus", Fault.LowestErrorStatus, Fault.HighestErrorStatus)
            ?? Fault.DefaultErrorStatus;
        if (status % 1 != 0)
        {
            _problems.Add($"{path}errorStatus must be a whole number");
        }

        return new()
        {
            ErrorRate = Number(body, path, "errorRate", 0, 1) ?? 0,
            ErrorStatus = (int)status,
            Delay = TimeSpan.FromMilliseconds(Number(body, path, "delayMilliseconds", 0, Longest) ?? 0),
            Jitter = TimeSpan.FromMilliseconds(Number(body, path, "jitterMilliseconds", 0, Longest) ?? 0),
        };
    }

    private Dictionary<Family, Fault> Families(JsonElement body)
    {
        Dictionary<Family, Fault> families = [];
        if (body.TryGetProperty("families", out var given)
            && IsObjectOf(given, "families", [.. Family.All.Select(family => family.Name)]))
        {
            foreach (var family in Family.All)
            {
                var path = $"families.{family}";
                if (given.TryGetProperty(family.Name, out var fault) && IsObjectOf(fault, path, FaultMembers))
                {
                    families[family] = ReadFault(fault, $"{path}.");
                }
            }
        }

        return families;
    }

    private bool IsObjectOf(JsonElement element, string path, string[] members)
    {
        if (element.ValueKind != JsonValueKind.Object)
        {
            _problems.Add($"{(path.Length == 0 ? "the body" : path)} must be a JSON object");
            return false;
        }

        foreach (var member in element.EnumerateObject().Where(member => !members.Contains(member.Name)))
        {
            var place = path.Length == 0 ? "" : $" of {path}";
            var isWord = member.Name.Length <= 32 && member.Name.All(char.IsAsciiLetter);
            var name = isWord ? $"'{member.Name}'" : "a member";
            _problems.Add($"{name}{place} is not known; known are {string.Join(", ", members)}");
        }

        return true;
    }

    private bool Flag(JsonElement body, string name)
    {
        if (!body.TryGetProperty(name, out var value) || value.ValueKind is JsonValueKind.False)
        {
            return false;
        }

        if (value.ValueKind is not JsonValueKind.True)
        {
            _problems.Add($"{name} must be true or false");
        }

        return true;
    }

    private double? Number(JsonElement body, string path, string name, double lowest, double highest)
    {
        if (!body.TryGetProperty(name, out var value))
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.Number
            && value.TryGetDouble(out var number) && number >= lowest && number <= highest)
        {
            return number;
        }

        _problems.Add($"{path}{name} must be a number from {lowest} to {highest}");
        return null;
    }
}
