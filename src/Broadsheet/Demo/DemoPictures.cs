using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using Broadsheet.Demo.Pictures;
using Broadsheet.Images;
using Broadsheet.Staff;

namespace Broadsheet.Demo;

/// <summary>The pictures of the demo newspaper: drawn by the program, then added to the library like any other.</summary>
public static class DemoPictures
{
    private const int Quality = 88;

    /// <summary>Draws all pictures, on all cores.</summary>
    /// <returns>JPEG files by key.</returns>
    public static async Task<IReadOnlyDictionary<string, byte[]>> Draw(PrintRun run, CancellationToken cancellation)
    {
        run.Begin(Scenes.All.Count);
        var files = new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal);
        await Parallel.ForEachAsync(Scenes.All, cancellation, (scene, _) =>
        {
            files[scene.Key] = Jpeg(scene);
            run.PictureIsDrawn();
            return ValueTask.CompletedTask;
        });
        return files;
    }

    /// <summary>Adds drawn pictures with their captions.</summary>
    /// <returns>Their ids by key.</returns>
    public static async Task<IReadOnlyDictionary<string, Guid>> Add(IReadOnlyDictionary<string, byte[]> files, AddImage add, DemoDays days, Actor actor, CancellationToken cancellation)
    {
        var ids = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var (key, about) in DemoFiles.Pictures)
        {
            using var file = new MemoryStream(files[key]);
            var facts = new ImageFacts
            {
                Alt = about.Alt,
                Caption = days.Write(about.Caption, CultureInfo.GetCultureInfo("en")),
                Credit = about.Credit,
                TakenAt = about.TakenAt is { } day ? days.DayOf(day) : null,
            };
            ids[key] = (await add.From(file, $"{key}.jpg", facts, actor, cancellation)).Id;
        }

        return ids;
    }

    // Our own SVG, never one that somebody sent: those are refused.
    private static byte[] Jpeg(Scene scene)
    {
        using var drawing = NetVips.Image.SvgloadBuffer(Encoding.UTF8.GetBytes(scene.ToSvg()));
        using var flat = drawing.Flatten(background: [255]);
        return flat.JpegsaveBuffer(q: Quality);
    }
}
