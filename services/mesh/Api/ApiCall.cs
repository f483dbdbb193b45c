using ColorDemo.Mesh.Analysis;
using ColorDemo.Mesh.Istio;
using Microsoft.AspNetCore.Http;

namespace ColorDemo.Mesh.Api;

/// <summary>A request about objects that are served.</summary>
internal sealed class ApiCall(ClusterApi api, HttpContext http, ApiPath path)
{
    private const int MostWarnings = 10;
    private const int LongestWriter = 128;

    private readonly List<string> _warnings = [];

    public ClusterApi Api => api;

    public HttpContext Http => http;

    public ApiPath Path => path;

    public ApiResource Resource => path.Resource;

    public ApiQuery Query { get; } = new(http.Request.Query);

    /// <summary>Of all answers but logs, which are text.</summary>
    public AnswerForm Form { get; } =
        path.Subresource == "log" ? AnswerForm.Objects : AcceptedForm.Of(http.Request);

    public ClusterState State => api.Store.StateOf(api.Cluster);

    public CancellationToken Aborted => http.RequestAborted;

    /// <summary>Told in the annotation of what is written: the field manager, else the program.</summary>
    public Writer Writer => new(WriterName());

    public ApiException NotFound() => new(ApiStatus.NotFound(Resource, path.Name));

    /// <summary>Told by kubectl on a line of its own.</summary>
    public void Warn(string text) => _warnings.Add(text);

    /// <summary>Changes the cluster as a whole or not at all.</summary>
    /// <param name="name">Of the object, for messages.</param>
    public T Write<T>(string name, Func<StoreDraft, T> edit, bool isDryRun)
    {
        try
        {
            var (result, draft) = api.Store.Write(api.Cluster, draft => (edit(draft), draft), isDryRun);
            TellOf(draft, isDryRun);
            return result;
        }
        catch (ManifestException refused)
        {
            throw new ApiException(InvalidObject.Of(Resource, name, refused.Problems));
        }
    }

    public Task AnswerWrittenAsync(int code, StoredObject written)
    {
        foreach (var warning in written.Says?.Warnings ?? [])
        {
            Warn(WarningHeader.TextOf(warning, written.Key));
        }

        return AnswerAsync(code, written);
    }

    public Task AnswerAsync(int code, StoredObject stored)
    {
        TellWarnings();
        return Form == AnswerForm.Table
            ? JsonAnswer.WriteAsync(http, code, new ShownTable(this).Of([stored], stored.Version))
            : JsonAnswer.WriteAsync(http, code, ShownObject.Utf8(stored, path.ApiVersion));
    }

    public void TellWarnings()
    {
        var told = _warnings.Distinct().ToList();
        var headers = told.Take(MostWarnings).ToList();
        if (told.Count > MostWarnings)
        {
            headers.Add($"and {told.Count - MostWarnings} more");
        }

        if (headers.Count > 0)
        {
            http.Response.Headers.Warning = new([.. headers.Select(WarningHeader.Of)]);
        }
    }

    /// <summary>What the write made of all objects together.</summary>
    private void TellOf(StoreDraft draft, bool isDryRun)
    {
        if (draft.Before.Manifests == draft.After.Manifests)
        {
            return;
        }

        var clusters = api.Store.Manifests;
        var found = ManifestWarnings.Since(
            new Dictionary<string, ManifestSet>(clusters) { [api.Cluster] = draft.Before.Manifests },
            new Dictionary<string, ManifestSet>(clusters) { [api.Cluster] = draft.After.Manifests });
        var written = draft.Changes is [var only] ? only.Key : null;
        foreach (var warning in found)
        {
            Warn(WarningHeader.TextOf(warning, written));
        }

        if (found.Count > 0 && !isDryRun)
        {
            api.Found(found);
        }
    }

    private string WriterName()
    {
        var given = Query.Text("fieldManager") is { Length: > 0 } manager
            ? manager
            : http.Request.Headers.UserAgent.ToString().Split('/', ' ')[0];
        var clean = string.Concat(given.Where(letter => letter is > ' ' and <= '~').Take(LongestWriter));
        return clean.Length > 0 ? clean : "unknown";
    }
}
