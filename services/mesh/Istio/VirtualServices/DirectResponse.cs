using System.Text;

namespace ColorDemo.Mesh.Istio;

/// <summary>An answer that the proxy gives itself. Istio <c>HTTPDirectResponse</c>.</summary>
/// <param name="Body">Absent means empty.</param>
public sealed record DirectResponse(int Status, ReadOnlyMemory<byte>? Body)
{
    private const int Kilobyte = 1024;

    internal static DirectResponse? Read(Fields? response)
    {
        if (response is null)
        {
            return null;
        }

        if (!response.Has("status"))
        {
            response.Error("status", "is required, for example 503");
        }

        var read = new DirectResponse(HttpStatus.Read(response, "status") ?? 200, ReadBody(response.Object("body")));
        response.End();
        return read;
    }

    private static ReadOnlyMemory<byte>? ReadBody(Fields? body)
    {
        if (body is null)
        {
            return null;
        }

        if (body.Has("string") && body.Has("bytes"))
        {
            body.Error("", "set only one of string and bytes");
        }

        var text = body.Text("string");
        var bytes = ReadBytes(body) ?? (text is null ? null : Encoding.UTF8.GetBytes(text));
        body.End();
        if (bytes?.Length > 1024 * Kilobyte)
        {
            body.Error("", "large direct_responses may impact control plane performance, must be less than 1MB; "
                + "serve it from a service");
        }
        else if (bytes?.Length > 100 * Kilobyte)
        {
            body.Warn("", "large direct_responses may impact control plane performance; keep it under 100 kB");
        }

        return bytes is null ? default(ReadOnlyMemory<byte>?) : bytes; // plain null would become an empty body
    }

    private static byte[]? ReadBytes(Fields body)
    {
        if (body.Text("bytes") is not { } base64)
        {
            return null;
        }

        var bytes = new byte[base64.Length];
        if (Convert.TryFromBase64String(base64, bytes, out var length))
        {
            return bytes[..length];
        }

        body.Error("bytes", "must be base64; plain text goes into string");
        return null;
    }
}
