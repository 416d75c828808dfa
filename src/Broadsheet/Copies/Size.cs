using System.Globalization;

namespace Broadsheet.Copies;

/// <summary>A number of bytes, as people say it.</summary>
public readonly record struct Size(long Bytes)
{
    public override string ToString() => Bytes switch
    {
        < 1 << 10 => string.Create(CultureInfo.InvariantCulture, $"{Bytes} bytes"),
        < 1 << 20 => string.Create(CultureInfo.InvariantCulture, $"{Bytes / 1024.0:0.0} KiB"),
        < 1 << 30 => string.Create(CultureInfo.InvariantCulture, $"{Bytes / (1024.0 * 1024):0.0} MiB"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Bytes / (1024.0 * 1024 * 1024):0.0} GiB"),
    };
}
