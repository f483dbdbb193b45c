using System.Globalization;
using System.Net;

namespace ColorDemo.ColorService;

/// <summary>Parses environment variables and collects every problem, so that one message can name them all.</summary>
/// <param name="variable">The value of a variable; null or empty means that its default holds.</param>
internal sealed class EnvironmentReader(Func<string, string?> variable)
{
    private readonly List<string> _problems = [];

    /// <summary>The spellings are those of Go's <c>strconv.ParseBool</c>, which earlier releases obeyed.</summary>
    public bool Switch(string name) =>
        Read(name)?.ToLowerInvariant() switch
        {
            null or "0" or "f" or "false" => false,
            "1" or "t" or "true" => true,
            _ => Refuse(name, "1, t, true, 0, f or false, in any letter case", false),
        };

    public int Number(string name, int fallback, int lowest, int highest)
    {
        if (Read(name) is not { } text)
        {
            return fallback;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= lowest && number <= highest
            ? number
            : Refuse(name, $"a whole number from {lowest} to {highest}", fallback);
    }

    /// <summary>Text that may stand in a response header.</summary>
    public string? Word(string name)
    {
        const int Longest = 253; // that of a pod's name, the longest of Kubernetes' names

        var text = Read(name);
        return text is null || (text.Length <= Longest && text.All(character => character is > ' ' and <= '~'))
            ? text
            : Refuse<string?>(name, $"1 to {Longest} printable ASCII characters without a space", null);
    }

    public IPAddress? Address(string name)
    {
        if (Read(name) is not { } text)
        {
            return null;
        }

        return IPAddress.TryParse(text, out var address)
            ? address
            : Refuse<IPAddress?>(name, "an IP address, such as 127.0.0.1 or ::1", null);
    }

    /// <exception cref="StartException">Some value was not accepted; the message names each of them.</exception>
    public void ThrowIfRefused()
    {
        if (_problems.Count > 0)
        {
            throw new StartException($"color-svc cannot start:\n  {string.Join("\n  ", _problems)}");
        }
    }

    private string? Read(string name) => variable(name) is { Length: > 0 } text ? text : null;

    private T Refuse<T>(string name, string accepted, T fallback)
    {
        _problems.Add($"{name}: '{variable(name)}' is not accepted, only {accepted}");
        return fallback;
    }
}
