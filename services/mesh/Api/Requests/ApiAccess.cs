using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Api;

/// <summary>Lets in who knows the token, and no page of a browser, whatever name it has loopback answer to.</summary>
internal sealed class ApiAccess(string token)
{
    private const string Scheme = "Bearer ";

    private readonly byte[] _token = HashOf(token);

    /// <exception cref="ApiException">The request may not be answered.</exception>
    public void Check(HttpRequest request)
    {
        if (request.Host.Host.ToLowerInvariant() is not ("localhost" or "127.0.0.1" or "[::1]"))
        {
            throw Forbidden("the Host header must name localhost, 127.0.0.1 or [::1]");
        }

        if (request.Headers.Origin.Count > 0)
        {
            throw Forbidden("pages of a browser have no access; a request with an Origin header is one");
        }

        var given = request.Headers.Authorization.ToString();
        if (!given.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
            || !CryptographicOperations.FixedTimeEquals(HashOf(given[Scheme.Length..].Trim()), _token))
        {
            throw new ApiException(new(401, "Unauthorized", "Unauthorized"));
        }
    }

    /// <summary>Of equal length for all, so that the time of a comparison tells nothing.</summary>
    private static byte[] HashOf(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));

    private static ApiException Forbidden(string message) => new(new(403, "Forbidden", message));
}
