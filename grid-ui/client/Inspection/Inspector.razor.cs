using System.Globalization;
using ColorDemo.Grid.Wire;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;

namespace ColorDemo.Grid.Inspection;

public sealed partial class Inspector
{
    [Inject] private ClusterMarks Marks { get; set; } = null!;

    [Parameter] public string Id { get; set; } = "inspector";
    [Parameter, EditorRequired] public required Sample Sample { get; set; }

    /// <summary>Absent until the host answers, or when it knows none: <see cref="Problem"/> says why.</summary>
    [Parameter] public SampleDetails? Details { get; set; }

    /// <summary>A sentence.</summary>
    [Parameter] public string? Problem { get; set; }

    /// <summary>The <see cref="Catalog.TraceLink"/>.</summary>
    [Parameter] public string? TraceLink { get; set; }

    /// <summary>Also at Escape. Who closes it gives the focus back to the cells.</summary>
    [Parameter] public EventCallback Close { get; set; }

    /// <summary>Without it there is no such button.</summary>
    [Parameter] public EventCallback<SampleDetails> SendAgain { get; set; }

    [Parameter] public Asker Asker { get; set; }

    /// <summary>The button keeps the focus meanwhile, and does nothing.</summary>
    [Parameter] public bool IsSending { get; set; }

    /// <summary>Whether this sample was made by the button.</summary>
    [Parameter] public bool IsAgain { get; set; }

    private ElementReference _aside;
    private Sample? _before;
    private string? _copied;

    protected override void OnParametersSet()
    {
        if (_before != Sample)
        {
            (_before, _copied) = (Sample, null);
        }
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            await _aside.FocusAsync(preventScroll: true);
        }
    }

    private string Number => Sample.Number.ToString("N0", CultureInfo.InvariantCulture);

    private string? Said => IsSending ? "Sending it." : _copied ?? (IsAgain ? "Sent again: this is its answer." : null);

    private string NoHeaders => Asker == Asker.Browser && Sample.Outcome == Outcome.Refused
        ? "The browser hides why there is none: no connection, or an answer without CORS headers."
        : "None: there was no answer.";

    private static string SentAt(SampleDetails details) =>
        details.SentAt.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff 'UTC'", CultureInfo.InvariantCulture);

    private Task KeyDown(KeyboardEventArgs key) => key.Key == "Escape" ? Close.InvokeAsync() : Task.CompletedTask;

    private Task SendAsync()
    {
        _copied = null;
        return IsSending || Details is not { } details ? Task.CompletedTask : SendAgain.InvokeAsync(details);
    }

    private async Task CopyAsync()
    {
        if (OperatingSystem.IsBrowser() && Details is { } details)
        {
            await Clipboard.LoadAsync();
            _copied = await Clipboard.CopyAsync(CurlCommand.Of(details), $"{Id}-curl")
                ? "Copied."
                : "This browser lets the page copy nothing; the command is marked for you to copy.";
        }
    }
}
