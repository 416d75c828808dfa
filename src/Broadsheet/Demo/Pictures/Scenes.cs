namespace Broadsheet.Demo.Pictures;

/// <summary>Every picture the program can draw.</summary>
public static class Scenes
{
    public static IReadOnlyList<Scene> All { get; } =
    [
        .. typeof(Scenes).Assembly.GetTypes()
            .Where(type => type.Namespace == typeof(Land.Lighthouse).Namespace && type.IsSubclassOf(typeof(Scene)) && !type.IsAbstract)
            .Select(type => (Scene)Activator.CreateInstance(type)!),
        .. Line.LineScenes.All,
    ];
}
