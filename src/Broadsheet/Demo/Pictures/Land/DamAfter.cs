namespace Broadsheet.Demo.Pictures.Land;

/// <summary>The same frame after the strike.</summary>
public sealed class DamAfter() : DamFromAir("dam-after", struck: true);
