using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;

namespace ColorDemo.ColorService;

/// <summary>Parses environment variables and collects every problem, so that one message can name them all.</summary>
/// <param name="variable">The value of a variable; null or empty means that its default holds.</param>
internal sealed class EnvironmentReader(Func<string, string?> variable)
{
    private const UriComponents WithoutSecrets = UriComponents.SchemeAndServer | UriComponents.Path;

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

    public double Fraction(string name, double fallback = 0)
    {
        if (Read(name) is not { } text)
        {
            return Note(name, fallback);
        }

        return double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number is >= 0 and <= 1
                ? Note(name, number)
                : Refuse(name, "a number from 0 to 1, such as 0.25", fallback);
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

    /// <returns>One of the accepted words, as it is given here.</returns>
    [return: NotNullIfNotNull(nameof(fallback))]
    public string? Choice(string name, string? fallback, params string[] accepted)
    {
        var text = Read(name) ?? fallback;
        return text is null || Find(text, accepted) is not null
            ? Note(name, text is null ? null : Find(text, accepted))
            : Refuse(name, string.Join(", ", accepted), fallback);
    }

    /// <returns>Some of the accepted words, separated by commas.</returns>
    public IReadOnlyList<string> Choices(string name, string fallback, params string[] accepted)
    {
        var words = (Read(name) ?? fallback).Split(',', StringSplitOptions.TrimEntries);
        var found = words.Select(word => Find(word, accepted)).OfType<string>().ToArray();
        return found.Length == words.Length
            ? Note(name, found, string.Join(',', found))
            : Refuse(name, $"a list, separated by commas, of {string.Join(", ", accepted)}", found);
    }

    public Uri? Url(string name)
    {
        var text = Read(name);
        if (text is null)
        {
            return Note<Uri?>(name, null);
        }

        return Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https"
            ? Note(name, url, url.GetComponents(WithoutSecrets, UriFormat.UriEscaped))
            : Refuse<Uri?>(
                name,
                "an absolute URL of http or https, such as http://localhost:4317",
                null,
                text.AsSpan().ContainsAny('@', '?') ? "***" : text); // may hold a secret
    }

    /// <summary>A list such as <c>a=1,b=2</c>, which stays as it is.</summary>
    /// <param name="isSecret">Stars are shown in its place.</param>
    public string? Pairs(string name, bool isSecret = false)
    {
        var text = Read(name);
        var shown = isSecret && text is not null ? "***" : text;
        return text is null || text.Split(',').All(pair => pair.Trim().IndexOf('=', StringComparison.Ordinal) > 0)
            ? Note(name, text, shown)
            : Refuse<string?>(name, "name=value pairs, separated by commas", null, shown);
    }

    /// <summary>For what is read elsewhere, and is only told of here.</summary>
    public void Mention(params string[] names) => Array.ForEach(names, name => Note(name, Read(name)));

    /// <summary>For values that are accepted each by itself, but not together.</summary>
    public void Report(string problem) => _problems.Add(problem);

    /// <exception cref="StartException">Some value was not accepted; the message names each of them.</exception>
    public void ThrowIfRefused()
    {
        if (_problems.Count > 0)
        {
            throw new StartException($"color-svc cannot start:\n  {string.Join("\n  ", _problems)}");
        }
    }

    private string? Read(string name) => variable(name) is { Length: > 0 } text ? text : null;

    private T Note<T>(string name, T value, string? shown = null)
    {
        var text = value is bool isOn ? isOn ? "true" : "false" : Convert.ToString(value, CultureInfo.InvariantCulture);
        _effective.Add($"{name}={shown ?? text}");
        return value;
    }

    private static string? Find(string text, string[] accepted) =>
        accepted.FirstOrDefault(word => word.Equals(text, StringComparison.OrdinalIgnoreCase));

    private T Refuse<T>(string name, string accepted, T fallback, string? shown = null)
    {
        _problems.Add($"{name}: '{shown ?? variable(name)}' is not accepted, only {accepted}");
        return fallback;
    }
}
