using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Broadsheet.Platform.Web;

namespace Broadsheet.Copies.Exports;

/// <summary>A folder that is brought up to date: a file that has to be as it is stays untouched, another is put in its place whole, and nothing is removed.</summary>
internal sealed class ExportFolder
{
    private const string Mark = "paper.json";

    /// <summary>What an export fills; files elsewhere in the folder are somebody else's.</summary>
    private static readonly string[] Ours = ["stories", "withdrawn", "drafts", "versions", "images", "pages"];

    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly string _root;
    private readonly HashSet<string> _files = new(StringComparer.Ordinal);

    private ExportFolder(string root) => _root = root;

    /// <summary>Files that are new or were changed.</summary>
    public int Written { get; private set; }

    /// <summary>Files of the export.</summary>
    public int Count => _files.Count;

    /// <exception cref="Refused">It is a file, or a folder of something else.</exception>
    public static ExportFolder Open(string folder)
    {
        var root = Path.GetFullPath(folder);
        if (File.Exists(root))
        {
            throw new Refused($"{root} is a file, and an export needs a folder.");
        }

        if (Directory.Exists(root) && !File.Exists(Path.Combine(root, Mark)) && Directory.EnumerateFileSystemEntries(root).Any())
        {
            throw new Refused($"{root} holds something else than an export: name a new folder, an empty one, or one that was exported into before.");
        }

        Directory.CreateDirectory(root);
        return new ExportFolder(root);
    }

    public Task Put(string name, JsonNode content, CancellationToken cancellation) => Put(name, content.ToJsonString(Json) + "\n", cancellation);

    public async Task Put(string name, string content, CancellationToken cancellation)
    {
        var bytes = Encoding.UTF8.GetBytes(content);
        var path = PathOf(name);
        if (File.Exists(path) && (await File.ReadAllBytesAsync(path, cancellation)).AsSpan().SequenceEqual(bytes))
        {
            return;
        }

        await Replace(path, part => File.WriteAllBytesAsync(part, bytes, cancellation));
    }

    /// <summary>The file is there with this hash (SHA-256) already.</summary>
    public async Task<bool> Has(string name, byte[] hash, CancellationToken cancellation)
    {
        var path = PathOf(name);
        if (!File.Exists(path))
        {
            return false;
        }

        await using var file = File.OpenRead(path);
        return (await SHA256.HashDataAsync(file, cancellation)).AsSpan().SequenceEqual(hash);
    }

    public Task Put(string name, Stream content, CancellationToken cancellation) => Replace(PathOf(name), async part =>
    {
        await using var file = File.Create(part);
        await content.CopyToAsync(file, cancellation);
    });

    /// <summary>Files of an earlier export that this one has no more: of stories that moved, or must not be shown any more.</summary>
    public IReadOnlyList<string> LeftOver() =>
    [
        .. Ours.Select(name => Path.Combine(_root, name)).Where(Directory.Exists)
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            .Where(path => !_files.Contains(path))
            .Order(StringComparer.Ordinal)
            .Select(path => Path.GetRelativePath(_root, path)),
    ];

    private string PathOf(string name)
    {
        var path = Path.Combine(_root, name);
        _files.Add(path);
        return path;
    }

    private async Task Replace(string path, Func<string, Task> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var part = path + ".part";
        await write(part);
        File.Move(part, path, overwrite: true);
        Written++;
    }
}
