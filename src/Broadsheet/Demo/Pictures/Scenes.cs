namespace Broadsheet.Demo.Pictures;

/// <summary>Every picture the program can draw.</summary>
public static class Scenes
{
    public static IReadOnlyList<Scene> All { get; } =
        [.. typeof(Scenes).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Scene)) && !type.IsAbstract && type.GetConstructor([]) is not null)
            .Select(type => (Scene)Activator.CreateInstance(type)!)
            .OrderBy(scene => scene.Key, StringComparer.Ordinal)];
}
