namespace Broadsheet.Platform.Web;

/// <summary>What was asked is understood and not done; the message is a sentence for a person. Answered 409.</summary>
public sealed class Refused(string sentence) : Exception(sentence);
