using System.Collections.Frozen;
using Broadsheet.Platform.Web;

namespace Broadsheet.Images;

/// <summary>What is posted to add an image, as <c>multipart/form-data</c>.</summary>
public sealed record ImageForm
{
    /// <summary>What the fields beside the file may add to a request.</summary>
    private const long Fields = 1 << 20;

    private static readonly FrozenSet<string> Names =
        new[] { "alt", "caption", "credit", "source", "creator", "copyright", "licence", "takenAt", "expiresAt", "focalX", "focalY" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Bytes of a whole request.</summary>
    public const long MostBytes = ImageLimits.Bytes + Fields;

    /// <summary>The picture: JPEG, PNG, WebP, AVIF, GIF or TIFF, 40 MB at most.</summary>
    public required IFormFile File { get; init; }

    /// <summary>What the picture shows, for those who can’t see it.</summary>
    public string? Alt { get; init; }

    /// <summary>The line under the picture; where it is not given, the file’s own.</summary>
    public string? Caption { get; init; }

    /// <summary>Who is named beside it; nothing is published without. Where it is not given, the file’s own.</summary>
    public string? Credit { get; init; }

    /// <summary>Where it came from: an agency, an archive.</summary>
    public string? Source { get; init; }

    /// <summary>Who made it.</summary>
    public string? Creator { get; init; }

    /// <summary>The notice of rights.</summary>
    public string? Copyright { get; init; }

    /// <summary>The terms it may be used under.</summary>
    public string? Licence { get; init; }

    /// <summary>The day it was taken.</summary>
    public DateOnly? TakenAt { get; init; }

    /// <summary>When its licence ends; from then on it is shown nowhere.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What crops keep, from the left: 0 to 1.</summary>
    public double? FocalX { get; init; }

    /// <summary>What crops keep, from the top: 0 to 1.</summary>
    public double? FocalY { get; init; }

    public ImageFacts Facts() => new()
    {
        Alt = Alt,
        Caption = Caption,
        Credit = Credit,
        Source = Source,
        Creator = Creator,
        Copyright = Copyright,
        Licence = Licence,
        TakenAt = TakenAt,
        ExpiresAt = ExpiresAt,
        FocalX = FocalX,
        FocalY = FocalY,
    };

    public static async ValueTask<ImageForm> BindAsync(HttpContext http)
    {
        var form = await Read(http);
        var faults = new Faults();
        CheckNames(form, faults);
        if (form.Files.GetFile("file") is not { } file)
        {
            throw new Invalid("file", "There is no file. Send the picture in the field “file” of multipart/form-data.");
        }

        var image = new ImageForm
        {
            File = file,
            Alt = faults.OptionalText("alt", form["alt"], ImageLimits.Alt),
            Caption = faults.OptionalText("caption", form["caption"], ImageLimits.Caption),
            Credit = faults.OptionalLine("credit", form["credit"], ImageLimits.Line),
            Source = faults.OptionalLine("source", form["source"], ImageLimits.Line),
            Creator = faults.OptionalLine("creator", form["creator"], ImageLimits.Line),
            Copyright = faults.OptionalLine("copyright", form["copyright"], ImageLimits.Line),
            Licence = faults.OptionalText("licence", form["licence"], ImageLimits.Licence),
            TakenAt = faults.TakenAt(form["takenAt"]),
            ExpiresAt = faults.ExpiresAt(form["expiresAt"]),
            FocalX = faults.Focal("focalX", (string?)form["focalX"]),
            FocalY = faults.Focal("focalY", (string?)form["focalY"]),
        };
        faults.ThrowIfAny();
        return image;
    }

    private static void CheckNames(IFormCollection form, Faults faults)
    {
        foreach (var name in form.Select(field => field.Key).Where(name => !Names.Contains(name)))
        {
            faults.Add(name, $"There is no field “{name}”.");
        }

        foreach (var file in form.Files.Where(file => file.Name != "file"))
        {
            faults.Add(file.Name, $"There is no file “{file.Name}”; the picture is the file “file”.");
        }

        foreach (var name in form.Where(field => field.Value.Count > 1).Select(field => field.Key).Concat(form.Files.Count(file => file.Name == "file") > 1 ? ["file"] : []))
        {
            faults.Add(name, $"{name} comes more than once.");
        }
    }

    private static async Task<IFormCollection> Read(HttpContext http)
    {
        if (http.Request.ContentLength > MostBytes)
        {
            throw Reception.TooLarge();
        }

        try
        {
            return await http.Request.ReadFormAsync(http.RequestAborted);
        }
        catch (BadHttpRequestException e) when (e.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            throw Reception.TooLarge();
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException || (e is IOException && !http.RequestAborted.IsCancellationRequested))
        {
            throw new Invalid("file", "The request is not well-formed multipart/form-data.");
        }
    }
}
