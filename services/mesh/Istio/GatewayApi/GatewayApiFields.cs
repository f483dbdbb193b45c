using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace ColorDemo.Mesh.Istio;

/// <summary>The forms of values that Gateway API's resource definitions accept.</summary>
internal static partial class GatewayApiFields
{
    extension(Fields fields)
    {
        /// <param name="allowsWildcard">Whether the first label may be <c>*</c>.</param>
        public string? Hostname(string name, bool allowsWildcard)
        {
            var hostname = fields.Text(name);
            if (hostname is not null)
            {
                CheckHostname(fields, name, hostname, allowsWildcard);
            }

            return hostname;
        }

        public IReadOnlyList<string> Hostnames(string name)
        {
            var hostnames = fields.Texts(name);
            fields.AtMost(name, hostnames.Count, 16);
            for (var index = 0; index < hostnames.Count; index++)
            {
                CheckHostname(fields, $"{name}[{index}]", hostnames[index], allowsWildcard: true);
            }

            return hostnames;
        }

        /// <summary>The name of a listener or rule: a DNS subdomain.</summary>
        public string? SectionName(string name)
        {
            var text = fields.Text(name);
            if (text is not null && !Names.IsSubdomain(text))
            {
                fields.Error(name, $"'{text}' is no name; write lower-case letters, digits, hyphens and dots");
            }

            return text;
        }

        public string? NamespaceName(string name)
        {
            var text = fields.Text(name);
            if (text is not null && !Names.IsLabel(text))
            {
                fields.Error(name, $"'{text}' is no namespace; write lower-case letters, digits and hyphens");
            }

            return text;
        }

        public string HeaderName(string name)
        {
            var text = fields.RequiredText(name);
            if (text.Length > 0 && (text.Length > 256 || !TokenPattern.IsMatch(text)))
            {
                fields.Error(name, $"'{text}' is no header name; write letters, digits and hyphens");
            }

            return text;
        }

        /// <summary>Whole milliseconds; <c>0s</c> is a duration too, and switches a timeout off.</summary>
        public TimeSpan? ShortDuration(string name)
        {
            var text = fields.Text(name);
            if (text is null || DurationPattern.IsMatch(text))
            {
                return text is null ? null : GoDuration.Parse(text);
            }

            fields.Error(name, $"'{text}' is no duration here; write whole numbers with h, m, s or ms, such as 1m30s");
            return null;
        }

        public IReadOnlyList<int> WholeNumbers(string name, int least, int most)
        {
            List<int> numbers = [];
            foreach (var (item, index) in fields.Items(name).Select((found, index) => (found.Item, index)))
            {
                if (item is JsonValue value && value.TryGetValue(out long number) && number >= least && number <= most)
                {
                    numbers.Add((int)number);
                }
                else
                {
                    fields.Error($"{name}[{index}]", $"must be a whole number from {least} to {most}");
                }
            }

            return numbers;
        }

        public void AtMost(string name, int count, int most)
        {
            if (count > most)
            {
                fields.Error(name, $"has {count} entries; at most {most} are allowed");
            }
        }
    }

    private static void CheckHostname(Fields fields, string name, string hostname, bool allowsWildcard)
    {
        var isWildcard = hostname.StartsWith("*.", StringComparison.Ordinal);
        if (!Names.IsSubdomain(isWildcard ? hostname[2..] : hostname) || (isWildcard && !allowsWildcard))
        {
            fields.Error(name, $"'{hostname}' is no hostname; write a lower-case name without port"
                + (allowsWildcard ? ", \"*.\" and a name, or leave the field out for every host" : " or wildcard"));
        }
    }

    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+\-.^_`|~]+\z")]
    private static partial Regex TokenPattern { get; }

    [GeneratedRegex(@"\A([0-9]{1,5}(h|m|s|ms)){1,4}\z")]
    private static partial Regex DurationPattern { get; }
}
