using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace ColorDemo.ColorService;

/// <summary>Parses environment variables and collects every problem, so that one message can name them all.</summary>
/// <param name="variable">The value of a variable; null or empty means that its default holds.</param>
internal sealed class EnvironmentReader(Func<string, string?> variable)
{
    private readonly List<string> _problems = [];
    private readonly List<string> _effective = [];

    /// <summary>Every variable that was asked for, with the value that holds, <c>NAME=value</c>.</summary>
    public IReadOnlyList<string> Effective => _effective;

    /// <summary>The spellings are those of Go's <c>strconv.ParseBool</c>, which earlier releases obeyed.</summary>
    public bool Switch(string name) =>
        Note(name, Read(name)?.ToLowerInvariant() switch
        {
            null or "0" or "f" or "false" => false,
            "1" or "t" or "true" => true,
            _ => Refuse(name, "1, t, true, 0, f or false, in any letter case", false),
        });

    public int Number(string name, int fallback, int lowest, int highest)
    {
        if (Read(name) is not { } text)
        {
            return Note(name, fallback);
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= lowest && number <= highest
            ? Note(name, number)
            : Refuse(name, $"a whole number from {lowest} to {highest}", fallback);
    }

    public double Fraction(string name)
    {
        if (Read(name) is not { } text)
        {
            return Note(name, 0.0);
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and <= 1
                ? Note(name, number)
                : Refuse(name, "a number from 0 to 1, such as 0.25", 0.0);
    }

    /// <summary>Text that may stand in a response header.</summary>
    [return: NotNullIfNotNull(nameof(fallback))]
    public string? Word(string name, string? fallback)
    {
        const int Longest = 253; // that of a pod's name, the longest of Kubernetes' names

        var text = Read(name) ?? fallback;
        return text is null || (text.Length <= Longest && text.All(character => character is > ' ' and <= '~'))
            ? Note(name, text)
            : Refuse(name, $"1 to {Longest} printable ASCII characters without a space", fallback);
    }

    [return: NotNullIfNotNull(nameof(fallback))]
    public IPAddress? Address(string name, IPAddress? fallback)
    {
        if (Read(name) is not { } text)
        {
            return Note(name, fallback);
        }

        return IPAddress.TryParse(text, out var address)
            ? Note(name, address)
            : Refuse(name, "an IP address, such as 127.0.0.1 or ::1", fallback);
    }

    public void Refuse(string name, string accepted) => Refuse(name, accepted, 0);

    /// <exception cref="StartException">Some value was not accepted; the message names each of them.</exception>
    public void ThrowIfRefused()
    {
        if (_problems.Count > 0)
        {
            throw new StartException($"color-svc cannot start:\n  {string.Join("\n  ", _problems)}");
        }
    }

    private string? Read(string name) => variable(name) is { Length: > 0 } text ? text : null;

    private T Note<T>(string name, T value)
    {
        var text = value is bool isOn ? isOn ? "true" : "false" : Convert.ToString(value, CultureInfo.InvariantCulture);
        _effective.Add($"{name}={text}");
        return value;
    }

    private T Refuse<T>(string name, string accepted, T fallback)
    {
        _problems.Add($"{name}: '{variable(name)}' is not accepted, only {accepted}");
        return fallback;
    }
}
