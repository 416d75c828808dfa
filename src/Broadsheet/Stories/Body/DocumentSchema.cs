namespace Broadsheet.Stories.Body;

/// <summary>The JSON Schema (2020-12) of the body document, for those who write to the API. <see cref="DocumentReader"/> is what decides.</summary>
public static class DocumentSchema
{
    private const string Resource = "DocumentSchema.json";

    public static string Json { get; } = Read();

    private static string Read()
    {
        using var stream = typeof(DocumentSchema).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"The program lacks its resource {Resource}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
