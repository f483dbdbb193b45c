using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Api;

/// <summary>The options of a request that stand in its address; those that are not known are passed over.</summary>
internal sealed class ApiQuery(IQueryCollection query)
{
    private const int LongestSelector = 16 * 1024;

    public bool IsWatch => Flag("watch") is true;

    public bool IsFollow => Flag("follow") is true;

    public bool AllowsBookmarks => Flag("allowWatchBookmarks") is true;

    public bool? SendInitialEvents => Flag("sendInitialEvents");

    public string LabelSelector => Selector("labelSelector");

    public string FieldSelector => Selector("fieldSelector");

    /// <summary>Absent: the newest.</summary>
    public long? ResourceVersion => Text("resourceVersion") is { Length: > 0 } text
        ? WholeNumber("resourceVersion", text)
        : null;

    public string ResourceVersionMatch => Text("resourceVersionMatch");

    public string Continue => Text("continue");

    /// <exception cref="ApiException">It is given and is not <c>All</c>.</exception>
    public bool IsDryRun { get; } = query["dryRun"] is { Count: > 0 } given
        && (given.All(one => one is "All")
            ? true
            : throw ApiException.BadRequest("dryRun must be All, or be left out"));

    /// <summary>What becomes of fields that nobody knows; without the option, they are told and left out.</summary>
    public FieldValidation FieldValidation { get; } = query["fieldValidation"].ToString() switch
    {
        "" or "Warn" => FieldValidation.Warn,
        "Strict" => FieldValidation.Strict,
        "Ignore" => FieldValidation.Ignore,
        _ => throw ApiException.BadRequest("fieldValidation must be Strict, Warn or Ignore"),
    };

    public string Text(string name) => query[name] is [{ } first, ..] ? first : "";

    /// <summary>True without a value, as Kubernetes reads it.</summary>
    public bool? Flag(string name) => query[name] is [var first, ..]
        ? first is not ("0" or "false" or "False" or "FALSE" or "f" or "F")
        : null;

    /// <exception cref="ApiException">It is no whole number from 0.</exception>
    public long? WholeNumber(string name) => Text(name) is { Length: > 0 } text ? WholeNumber(name, text) : null;

    private static long WholeNumber(string name, string text) =>
        long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw ApiException.BadRequest($"{name} must be a whole number, not negative");

    private string Selector(string name) => Text(name) is { Length: <= LongestSelector } text
        ? text
        : throw ApiException.BadRequest($"{name} is longer than {LongestSelector} characters");
}

/// <summary>How strict a client wants its fields to be read.</summary>
internal enum FieldValidation
{
    Ignore,
    Warn,
    Strict,
}
