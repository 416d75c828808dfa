using Broadsheet.Platform.Text;
using HandlebarsDotNet;
using HandlebarsDotNet.IO;

namespace Broadsheet.Outlets.Themes.Rendering;

/// <summary>Writes <see cref="Markup"/> as it is; everything else goes through <see cref="HtmlText"/>.</summary>
internal sealed class MarkupFormatter : IFormatter, IFormatterProvider
{
    public void Format<T>(T value, in EncodedTextWriter writer) => writer.Write(value!.ToString()!, encode: false);

    public bool TryCreateFormatter(Type type, out IFormatter formatter)
    {
        formatter = this;
        return type == typeof(Markup);
    }
}
