using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace ColorDemo.ColorService.Http;

/// <summary>Text or JSON: the first <c>fmt</c> of the query decides, without one the Accept header.</summary>
internal static class AnswerFormat
{
    public static bool IsJson(HttpRequest request)
    {
        // Not request.Query, which ignores the letter case of names: FMT=json has always been text.
        foreach (var pair in new QueryStringEnumerable(request.QueryString.Value))
        {
            if (pair.DecodeName().Span is "fmt")
            {
                return pair.DecodeValue().Span is "json";
            }
        }

        return request.Headers.Accept switch
        {
            [] or ["*/*"] or ["text/plain"] => false,
            ["application/json"] => true,
            var accept => PrefersJson(accept),
        };
    }

    /// <summary>
    /// The highest quality wins, then the narrower range, then the earlier one. A range that matches both formats means
    /// text.
    /// </summary>
    private static bool PrefersJson(IList<string> accept)
    {
        if (!MediaTypeHeaderValue.TryParseList(accept, out var ranges))
        {
            return false;
        }

        var best = (Quality: 0.0, Narrowness: 0);
        var prefersJson = false;
        foreach (var range in ranges)
        {
            var type = range.MediaType.Value?.ToLowerInvariant();
            var isJson = type is "application/json" or "application/*";
            var isText = type is "text/plain" or "text/*" or "*/*";
            var rank = (Quality: range.Quality ?? 1, range.MatchesAllTypes ? 1 : range.MatchesAllSubTypes ? 2 : 3);
            if ((isJson || isText) && rank.Quality > 0 && rank.CompareTo(best) > 0)
            {
                best = rank;
                prefersJson = isJson;
            }
        }

        return prefersJson;
    }
}
