using System.Globalization;
using System.Text;

namespace Broadsheet.Tests.Api;

/// <summary>One request of the fuzz, before it is sent.</summary>
internal sealed record FuzzRequest(string Method, string Address, IReadOnlyList<(string Name, string Value)> Headers, byte[]? Body, string? ContentType)
{
    public HttpRequestMessage Message()
    {
        var message = new HttpRequestMessage(new HttpMethod(Method), Address);
        foreach (var (name, value) in Headers)
        {
            message.Headers.TryAddWithoutValidation(name, value);
        }

        if (Body is not null)
        {
            message.Content = new ByteArrayContent(Body);
            if (ContentType is not null)
            {
                message.Content.Headers.TryAddWithoutValidation("Content-Type", ContentType);
            }
        }

        return message;
    }

    /// <summary>Enough to send it again by hand.</summary>
    public override string ToString()
    {
        var text = new StringBuilder($"{Method} {Address}");
        foreach (var (name, value) in Headers)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{name}: {value}");
        }

        if (Body is not null)
        {
            var body = Encoding.UTF8.GetString(Body);
            text.Append(CultureInfo.InvariantCulture, $"\nContent-Type: {ContentType}\n\n{(body.Length > 2000 ? $"{body[..2000]}… ({Body.Length} bytes)" : body)}");
        }

        return text.ToString();
    }
}
