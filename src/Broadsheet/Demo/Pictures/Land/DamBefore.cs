namespace Broadsheet.Demo.Pictures.Land;

/// <summary>The spillway in June, intact.</summary>
public sealed class DamBefore() : DamFromAir("dam-before", struck: false);
