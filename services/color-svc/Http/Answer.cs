using System.Globalization;
using System.Text;
using System.Text.Json;
using ColorDemo.ColorService.Colors;
using Microsoft.AspNetCore.WebUtilities;

namespace ColorDemo.ColorService.Http;

/// <summary>One answer in both formats, encoded once, so that sending it only copies bytes.</summary>
internal sealed class Answer
{
    private const string PlainText = "text/plain; charset=utf-8";

    private readonly int _status;
    private readonly byte[] _text;
    private readonly byte[] _json;
    private readonly string _jsonType;
    private readonly string? _retryAfter;

    private Answer(int status, string text, byte[] json, string jsonType, string? retryAfter = null)
    {
        _status = status;
        _text = Encoding.UTF8.GetBytes(text);
        _json = json;
        _jsonType = jsonType;
        _retryAfter = retryAfter;
    }

    /// <param name="family">Null for the color that stands for an unknown one.</param>
    public static Answer Color(string name, string hexCode, string? family, Identity identity) =>
        new(
            StatusCodes.Status200OK,
            $"  Generated Color\n    \"{name}\" - with HEX \"{hexCode}\"\n",
            JsonSerializer.SerializeToUtf8Bytes(
                new ColorBody(name, hexCode, family, identity.Version, identity.Cluster, identity.Pod),
                Json.Bodies.ColorBody),
            "application/json");

    public static Answer Error(Failure failure) =>
        new(
            failure.Status,
            $"{failure.Text}\n",
            JsonSerializer.SerializeToUtf8Bytes(
                new ProblemBody(
                    ReasonPhrases.GetReasonPhrase(failure.Status), failure.Status, failure.Detail),
                Json.Bodies.ProblemBody),
            "application/problem+json",
            failure.RetryAfter is { } wait
                ? Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture)
                : null);

    public Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        var (body, type) = AnswerFormat.IsJson(context.Request) ? (_json, _jsonType) : (_text, PlainText);
        response.StatusCode = _status;
        response.ContentType = type;
        response.Headers.RetryAfter = _retryAfter; // null leaves it out
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
